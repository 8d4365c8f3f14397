"""What bears a name: a person, a government, an outlet, an agency or another organisation, as far as its words tell.

No gazetteer of people is needed: what is no country, outlet, body or work by its last word, and has the form of a
personal name, is taken for a person; a caller that knows more (a verb of speech, a pronoun) may override it.
"""

from __future__ import annotations

import re

from twosource.language import nouns
from twosource.language.givennames import SURNAME_FIRST, pronoun_of
from twosource.language.places import COUNTRIES, DEMONYMS, SEATS
from twosource.language.words import words
from twosource.records import Kind

NOT_PERSON = words(
    """Terminal Terminals Railway Airline Hotels Mines Mining Chemicals Construction
    Street Avenue Road Square Park Bridge River Lake Mountain Valley Island Islands Bay Beach County City Town
    Village State States Province Region District Republic Kingdom Union Nations Coast Sea Ocean Gulf Strait Airport
    Station Port Hall House Court Tower Center Centre Building Palace Stadium Arena Hotel Hospital University
    College School Institute Academy Museum Library Church Foundation Fund Trust Bank Group Holdings Inc Corp Co Ltd
    LLC Company Corporation Industries Systems Partners Associates Association Federation League Club Party
    Committee Commission Council Board Agency Bureau Office Department Ministry Authority Administration Service
    Services Force Forces Army Navy Guard Police Command Corps Brigade Division Battalion Congress Senate Parliament
    Assembly Cabinet Government Campaign Movement Front Alliance Coalition Caucus Conference Convention Summit Forum
    Act Law Treaty Agreement Accord Deal Plan Program Project Initiative Award Prize Cup Games Day Week War Crisis
    Report Study Survey Poll Index Times Post News Journal Herald Tribune Gazette Magazine Review Daily Weekly Press
    Radio TV Television East West North South Wall Capitol Hill Pentagon Kremlin Twitter Facebook Telegram Google
    Amazon Microsoft YouTube Democrats Republicans Americans Muslims Christians Jews Catholics Europeans
    Organization Organisation Observatory Watch Laboratory Institution Enterprises Airlines Airways Motors Energy
    Oil Steel Medical Clinic Studios Pictures Records Entertainment Technologies Labs International Legal Civil
    Human Rights Organizations Lines Ferries Brands Foods Stores Telecom Media Shipping Logistics Pharma
    Pharmaceuticals Semiconductor Software Networks Solutions Electronics Minerals Resources Petroleum Railways
    Aviation Aerospace Insurance Securities Financial Investments Properties Cross Crescent Society Network Studies
    Research Affairs Security Defense Defence Intelligence Treasury Justice Supreme Rocket Space Food Drug Oceanic
    Atmospheric Health Safety Trade Labor Labour Transport Transportation Housing Education Science Sports
    Environment Emergency Land Water Customs Border Immigration Revenue Veterans Nuclear Atomic Aeronautics Exchange
    Centers Centres Legislatures Control Prevention Crimes Unit Federal National United Northern Southern Eastern
    Western Central Greater Deir Las Los Saint Fort Papers Yuan Sachs Branch Investigation Staff Presidency
    Directorate Secretariat"""
)
"""Words of the names of places, bodies and works."""
_GOVERNMENT_LAST = words(
    """Ministry Department Administration Cabinet Parliament Congress Senate House Assembly Council Commission Agency
    Bureau Authority Police Army Navy Force Forces Embassy Consulate Court Kremlin Pentagon Treasury Government
    Republic Kingdom States Office Duma Bundestag Knesset Politburo FBI CIA NSA DOJ EPA IRS HUR FSB GRU SBU NASA
    USGS Survey Guard Corps Command Intelligence Service Capitol City County Presidency Directorate Secretariat Staff"""
)
_GOVERNMENT_FIRST = words(
    "Ministry Department Court House Office Bureau Centers Directorate Embassy Parliament Government Commission"
)
"""Heads before "of", "for" or "on": "Ministry of Defence"."""
STATES = words(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana
    Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
    Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Wisconsin Wyoming"""
)
"""The American states of one word that are no given names."""
_NATIONAL_LAST = words("Center Centre Board Institutes Laboratory")
"""What is a state's only where the name begins with "National" or "Federal"."""
_REBELS = words("Free Liberation Democratic Revolutionary Resistance Protection Salvation Rebel Volunteer")
"""Words in the names of armed groups that are no state's: "Free Corvian Army"."""
_UNITED_NATIONS = ("UN ", "U.N. ", "United Nations")
_OUTLET_FIRST = re.compile(r"(?:TV|Radio|Channel)\s|(?:Times|Voice|Journal|Bulletin|Star|Daily|Tribune)\s+of\s")
_SITE = re.compile(r"\w\.(?:com|org|net|info|hu|de|ru|fr|it|es|pl|in|au|uk|ua|nl|io|tv)\Z")
_LIKE_PLACES = re.compile(
    r"[A-Z][a-z]+\s(?:[A-Z]\.\s)?(?:Hill|Hall|Park|Lake|Day|Post|Church|Street|House|Bay|Beach|East|West|North|Law)"
)
"""The names of people that end like those of places: with an initial, or after a given name."""
_AFTER_NAME = ("II", "III", "IV", "VI", "QC", "KC", "MP", "MK", "Jr", "Sr")
_OFFICE_LAST = words(
    """minister president secretary spokesman spokeswoman spokesperson director chairman chairwoman governor mayor chief
    ambassador commissioner officer premier chancellor senator attorney commander superintendent executive ceo
    representative envoy agent adviser leader secretary-general coordinator speaker"""
)
"""Offices that end no personal name: "Health Minister" is nobody by name."""


def kind_of(name: str, title: str | None = None) -> Kind:
    """What bears ``name``, as far as its words tell; ``title`` is the office before it."""
    bare = name.removeprefix("The ").removeprefix("the ")
    low = bare.lower()
    if low in nouns.NEWS_AGENCIES or any(low.endswith(phrase) for phrase in nouns.AGENCY_PHRASE):
        return "agency"
    if low in nouns.OUTLETS or name.lower() in nouns.OUTLETS or (title is None and _is_outlet(bare)):
        return "outlet"
    if title is None and (_is_movement(low) or bare.startswith(_UNITED_NATIONS)):
        return "organisation"
    if _is_government(bare):
        return "government"
    return "person" if title or is_personal(bare) else "organisation"


def _is_outlet(bare: str) -> bool:
    last = bare.rsplit(maxsplit=1)[-1].rstrip(".")
    if _SITE.search(bare):
        return True
    return " " in bare and (last in nouns.OUTLET_WORDS or _OUTLET_FIRST.match(bare) is not None)


def _is_movement(low: str) -> bool:
    return low in nouns.MOVEMENTS or low.split(maxsplit=1)[0] in nouns.MOVEMENTS - {"is", "eta", "ira", "hayat"}


def _is_government(bare: str) -> bool:
    if bare in COUNTRIES or bare in SEATS or bare in STATES:
        return True
    tokens = bare.split()
    last = tokens[-1].rstrip(".")
    if last in ("Army", "Forces", "Front", "Units") and not _REBELS.isdisjoint(tokens):
        return False
    branch = re.search(r"\b(\w+)\s(?:of|for|on)\s", bare)
    national = tokens[0] in ("National", "Federal") and last in _NATIONAL_LAST
    by_head = branch is not None and branch[1] in _GOVERNMENT_FIRST
    return national or by_head or last in _GOVERNMENT_LAST or last in nouns.GOVERNMENT


def is_personal(name: str) -> bool:
    """Whether ``name`` has the form of a person's: no word of a place or body in it, not all in capitals."""
    tokens = name.replace(".", "").split()
    if not tokens or "/" in name or name in DEMONYMS or name in COUNTRIES or name in STATES or ends_with_office(name):
        return False
    if any(c.isdigit() for c in name) or (len(tokens) == 1 and tokens[0].isupper() and len(tokens[0]) > 1):
        return False
    if _LIKE_PLACES.fullmatch(name) and (name.count(" ") > 1 or pronoun_of(tokens[0])):
        return True
    if len(tokens) > 1 and tokens[-1].isupper() and not tokens[0].isupper() and len(tokens[-1]) > 1:
        return tokens[-1] in _AFTER_NAME
    return not any(_tells_no_person(token, place) for place, token in enumerate(tokens))


def _tells_no_person(token: str, place: int) -> bool:
    """Whether a word stands in no personal name; "Park" may be a family name that stands first."""
    if token in NOT_PERSON:
        return not (place == 0 and (token in SURNAME_FIRST or pronoun_of(token)))
    return token.lower() in ("of", "for", "and", "&", "the")


def ends_with_office(name: str) -> bool:
    """Whether several words end with an office: "Health Minister"."""
    tokens = name.split()
    return len(tokens) > 1 and tokens[-1].lower() in _OFFICE_LAST
