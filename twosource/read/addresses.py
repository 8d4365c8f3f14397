"""Which network addresses are public, so that a page of strangers cannot make this machine read its own network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# The special-purpose registries of IANA (RFC 6890), as far as they are not public, and what clouds put beside them. Not
# ``is_global`` of the standard library, whose table is another in every version of Python.
_BARRED: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this machine"),
    ("10.0.0.0/8", "a private network"),
    ("100.64.0.0/10", "a provider's own network"),
    ("127.0.0.0/8", "this machine"),
    ("169.254.0.0/16", "the local link"),
    ("172.16.0.0/12", "a private network"),
    ("192.0.0.0/24", "a reserved network"),
    ("192.0.2.0/24", "a network for documentation"),
    ("192.88.99.0/24", "a reserved network"),
    ("192.168.0.0/16", "a private network"),
    ("198.18.0.0/15", "a network for measurements"),
    ("198.51.100.0/24", "a network for documentation"),
    ("203.0.113.0/24", "a network for documentation"),
    ("224.0.0.0/4", "a group of machines"),
    ("240.0.0.0/4", "a reserved network"),
    # Public by its number: what a virtual machine of Azure asks for its settings.
    ("168.63.129.16/32", "a provider's own network"),
    ("::/128", "this machine"),
    ("::1/128", "this machine"),
    ("fc00::/7", "a private network"),
    ("fe80::/10", "the local link"),
    ("fec0::/10", "a private network"),
    ("ff00::/8", "a group of machines"),
    # Teredo among them, which hides an IPv4 address in each.
    ("2001::/23", "a reserved network"),
    ("2001:db8::/32", "a network for documentation"),
    ("3fff::/20", "a network for documentation"),
)
_TABLE: tuple[tuple[Network, str], ...] = tuple((ip_network(network), what) for network, what in _BARRED)

_UNICAST = IPv6Network("2000::/3")
"""All that is given out of IPv6 so far; the rest is reserved."""

# Networks of IPv6 that stand for IPv4, and how many bits stand behind its four bytes: mapped addresses, NAT64 (RFC
# 6052), 6to4 (RFC 3056). All other ways to write one in the other lie in reserved networks.
_EMBEDDING: tuple[tuple[IPv6Network, int], ...] = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("2002::/16"), 80),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What may be connected to: public addresses, besides those in ``networks``; of any of them these ``ports``."""

    ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    networks: tuple[Network, ...] = ()

    def refusal(self, address: str, port: int) -> str | None:
        """Why there may be no connection to ``address``, in words; ``None`` where there may be one."""
        if port not in self.ports:
            return f"port {port} is none of the web's"
        found = ip_address(address)
        if any(found in network for network in self.networks):
            return None
        what = barred(found)
        return f"{found} is an address of {what}" if what else None


PUBLIC = Rule()


def barred(address: Address) -> str | None:
    """What ``address`` is an address of, where that is not the public network; ``None`` where it is. One of IPv6 that
    stands for one of IPv4 is what that one is."""
    if what := _listed(address, _TABLE):
        return what
    if isinstance(address, IPv4Address):
        return None
    for network, shift in _EMBEDDING:
        if address in network:
            return barred(IPv4Address((int(address) >> shift) & 0xFFFFFFFF))
    return None if address in _UNICAST else "a reserved network"


def _listed(address: Address, table: Iterable[tuple[Network, str]]) -> str | None:
    return next((what for network, what in table if address in network), None)
