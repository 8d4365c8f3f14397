from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.read.addresses import PUBLIC, Rule, barred


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "93.184.215.14",
        "168.63.129.17",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "192.0.1.1",
        "223.255.255.255",
        "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1",
        "2a00::1",
    ],
)
def test_public(address: str) -> None:
    assert barred(ip_address(address)) is None


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("127.0.0.1", "this machine"),
        ("127.255.255.254", "this machine"),
        ("0.0.0.0", "this machine"),
        ("0.1.2.3", "this machine"),
        ("10.1.2.3", "a private network"),
        ("172.16.0.1", "a private network"),
        ("172.31.255.255", "a private network"),
        ("192.168.1.1", "a private network"),
        ("169.254.169.254", "the local link"),
        ("100.64.0.1", "a provider's own network"),
        ("100.100.100.200", "a provider's own network"),
        ("168.63.129.16", "a provider's own network"),
        ("192.0.0.192", "a reserved network"),
        ("198.18.0.1", "a network for measurements"),
        ("203.0.113.9", "a network for documentation"),
        ("224.0.0.251", "a group of machines"),
        ("239.255.255.250", "a group of machines"),
        ("240.0.0.1", "a reserved network"),
        ("255.255.255.255", "a reserved network"),
        ("::", "this machine"),
        ("::1", "this machine"),
        ("fd00:ec2::254", "a private network"),
        ("fe80::1", "the local link"),
        ("fe80::1%eth0", "the local link"),
        ("fec0::1", "a private network"),
        ("ff02::1", "a group of machines"),
        ("2001:db8::1", "a network for documentation"),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "a reserved network"),
        ("::ffff:10.0.0.1", "a private network"),
        ("::ffff:127.0.0.1", "this machine"),
        ("::ffff:0:127.0.0.1", "a reserved network"),
        ("::127.0.0.1", "a reserved network"),
        ("64:ff9b::a9fe:a9fe", "the local link"),
        ("64:ff9b::7f00:1", "this machine"),
        ("64:ff9b:1::a00:1", "a reserved network"),
        ("2002:7f00:1::", "this machine"),
        ("2002:c0a8:101::1", "a private network"),
        ("4000::1", "a reserved network"),
    ],
)
def test_not_public(address: str, what: str) -> None:
    assert barred(ip_address(address)) == what


@pytest.mark.parametrize(
    "spelling", ["127.1", "0x7f.1", "2130706433", "0177.0.0.1", "0x7f000001", "127.000.0.1", "::ffff:127.0.0.1", "0"]
)
def test_a_spelling_is_judged_by_the_address_that_it_resolves_to(spelling: str) -> None:
    """All of them are numbers to the system's own look-up, which asks nobody for them."""
    for _, _, _, _, (address, *_) in socket.getaddrinfo(spelling, 80, type=socket.SOCK_STREAM):
        assert barred(ip_address(address)) == "this machine"


@given(st.ip_addresses(v=4))
def test_what_the_standard_library_holds_for_private_is_barred(address: IPv4Address) -> None:
    if not address.is_global or address.is_multicast:
        assert barred(address)


@given(st.ip_addresses(v=6))
def test_the_same_of_ipv6(address: IPv6Address) -> None:
    if not address.is_global or address.is_multicast or address.is_site_local:
        assert barred(address) or address.ipv4_mapped or address in ip_network("64:ff9b::/96")


@given(st.ip_addresses(v=4))
def test_an_address_of_ipv6_that_stands_for_one_of_ipv4_is_what_that_one_is(address: IPv4Address) -> None:
    number = int(address)
    for embedding in (0xFFFF << 32 | number, 0x64FF9B << 96 | number, 0x2002 << 112 | number << 80 | 1):
        assert barred(IPv6Address(embedding)) == barred(address)


@pytest.mark.parametrize(
    ("rule", "address", "port", "refusal"),
    [
        (PUBLIC, "8.8.8.8", 443, None),
        (PUBLIC, "8.8.8.8", 8443, None),
        (PUBLIC, "8.8.8.8", 22, "port 22 is none of the web's"),
        (PUBLIC, "10.0.0.1", 80, "10.0.0.1 is an address of a private network"),
        (Rule(networks=(ip_network("10.0.0.0/24"),)), "10.0.0.1", 80, None),
        (Rule(networks=(ip_network("10.0.0.0/24"),)), "10.0.1.1", 80, "10.0.1.1 is an address of a private network"),
        (Rule(networks=(ip_network("10.0.0.0/24"),)), "10.0.0.1", 22, "port 22 is none of the web's"),
        (Rule(ports=frozenset({22})), "8.8.8.8", 22, None),
        (Rule(ports=frozenset({22})), "8.8.8.8", 80, "port 80 is none of the web's"),
    ],
)
def test_a_rule(rule: Rule, address: str, port: int, refusal: str | None) -> None:
    assert rule.refusal(address, port) == refusal
