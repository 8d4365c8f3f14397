"""Short names that news uses without telling the long one: the few of three letters for which initials are too weak.

Three letters are shared by hundreds of bodies, so that initials join them only where an article tells the long name
itself. What stands here is joined with its own long name and never with another.
"""

from __future__ import annotations

_TABLE = """
ANC African National Congress
BJP Bharatiya Janata Party
BND Bundesnachrichtendienst
CDC Centers for Disease Control and Prevention
CDU Christian Democratic Union
CIA Central Intelligence Agency
DEA Drug Enforcement Administration
DHS Department of Homeland Security
DOJ Department of Justice
ECB European Central Bank
EPA Environmental Protection Agency
FAA Federal Aviation Administration
FBI Federal Bureau of Investigation
FDA Food and Drug Administration
FSB Federal Security Service
ICC International Criminal Court
ICJ International Court of Justice
IDF Israel Defense Forces
ILO International Labour Organization
IMF International Monetary Fund
IOC International Olympic Committee
IOM International Organization for Migration
IRA Irish Republican Army
IRS Internal Revenue Service
MSF Médecins Sans Frontières
MSF Doctors Without Borders
NHS National Health Service
NRA National Rifle Association
NSA National Security Agency
PKK Kurdistan Workers' Party
PLO Palestine Liberation Organization
SEC Securities and Exchange Commission
SNP Scottish National Party
SPD Social Democratic Party
WFP World Food Programme
WHO World Health Organization
WTO World Trade Organization
"""
_ROWS = [row.split(maxsplit=1) for row in _TABLE.strip().splitlines()]
KNOWN_SHORT = frozenset(short for short, _ in _ROWS)
"""The acronyms of the table."""
LONG_NAMES = tuple((short, long) for short, long in _ROWS)
"""Each with its long name."""
