from __future__ import annotations

import pytest

from twosource.attribute.who import read_mention


@pytest.mark.parametrize(
    ("phrase", "name", "kind", "role", "affiliation", "anonymity"),
    [
        # people with a name
        ("Feld", "Feld", "person", None, None, "named"),
        ("Mr. Feld", "Feld", "person", None, None, "named"),
        ("Feld’s", "Feld", "person", None, None, "named"),
        ("Ukrainian President Ihor Feld", "Ihor Feld", "person", "President", "Ukraine", "named"),
        ("South Korean Defense Minister Han Ye-jun", "Han Ye-jun", "person", "Defense Minister", "South Korea",
         "named"),
        ("Ida Wren, deputy spokesperson for the US Defense Ministry,", "Ida Wren", "person", "deputy spokesperson",
         "US Defense Ministry", "named"),
        ("Ivo Tal from the Security and Defense Council of Corvia", "Ivo Tal", "person", None,
         "Security and Defense Council of Corvia", "named"),
        ("Civil Aviation Minister Anna Feld", "Anna Feld", "person", "Civil Aviation Minister", None, "named"),
        ("Orrin Police Chief Anna Feld", "Anna Feld", "person", "Police Chief", "Orrin", "named"),
        ("United States Attorney Anna Feld", "Anna Feld", "person", "United States Attorney", "United States",
         "named"),
        ("WHO Director-General Anna Feld", "Anna Feld", "person", "Director-General", "WHO", "named"),
        ("Crane operator Oleg Tarn", "Oleg Tarn", "person", "Crane operator", None, "named"),
        ("Kremlin spokesman Oleg Tarn", "Oleg Tarn", "person", "spokesman", "Kremlin", "named"),
        ("Ida Wren, a North Korea analyst based in Seoul,", "Ida Wren", "person", "analyst", None, "named"),
        ("Ida Wren, a professor of history and law at Orrin University in the capital,", "Ida Wren", "person",
         "professor",
         "Orrin University", "named"),
        ("Sen. Otto Pike (I-Vt.)", "Otto Pike", "person", "senator", None, "named"),
        ("Texas Sen. Otto Pike", "Otto Pike", "person", "senator", "Texas", "named"),
        ("FBI Director Otto Pike", "Otto Pike", "person", "Director", "FBI", "named"),
        ("campaign manager Otto Pike", "Otto Pike", "person", "campaign manager", None, "named"),
        ("Pollster Ida Wren", "Ida Wren", "person", "Pollster", None, "named"),
        ("the mayor of Orrin, Anna Feld,", "Anna Feld", "person", "mayor", "Orrin", "named"),
        ("Another Wren ally, Dam Secretary Otto Pike,", "Otto Pike", "person", "ally", "Wren", "named"),
        ("Feld, who is originally from Russia", "Feld", "person", None, None, "named"),
        ("Feld and Tal", "Feld and Tal", "person", None, None, "named"),
        # bodies
        ("Russia", "Russia", "government", None, None, "named"),
        ("Ukraine and South Korea", "Ukraine and South Korea", "government", None, None, "named"),
        ("the Corvian Interior Ministry", "Corvian Interior Ministry", "government", None, None, "named"),
        ("Russia's foreign ministry", "Russia's foreign ministry", "government", None, "Russia", "named"),
        ("Ukraine's military intelligence service (ZUR)", "Ukraine's military intelligence service", "government",
         None, "Ukraine",
         "named"),
        ("the Feld administration", "Feld administration", "government", None, "Feld", "named"),
        ("the ministry", None, "government", None, None, "role-only"),
        ("Police", None, "government", None, None, "collective"),
        ("the South Korean broadcaster TV Orrin", "TV Orrin", "outlet", None, "South Korea", "named"),
        ("the Orrin Times", "Orrin Times", "outlet", None, None, "named"),
        ("Reuters", "Reuters", "agency", None, None, "named"),
        ("the World Dam Organization", "World Dam Organization", "organisation", None, None, "named"),
        # offices without a name
        ("a spokesman for the ministry", None, "person", "spokesman", "ministry", "role-only"),
        ("Feld's spokeswoman", None, "person", "spokeswoman", "Feld", "role-only"),
        ("the president", None, "person", "president", None, "role-only"),
        ("a spokeswoman for Gov. Lia Wren", None, "person", "spokeswoman", "Lia Wren", "role-only"),
        # names kept back
        ("An anonymous ZUR representative", None, "person", "representative", "ZUR", "unnamed"),
        ("a source in the South Korean government", None, "person", "source", "South Korean government", "unnamed"),
        ("a senior official", None, "person", "senior official", None, "unnamed"),
        ("an official who spoke on condition of anonymity", None, "person", "official", None, "unnamed"),
        ("a person familiar with the matter", None, "person", "person", None, "unnamed"),
        ("two officials briefed on the matter", None, "collective", "officials", None, "unnamed"),
        ("sources", None, "collective", "sources", None, "unnamed"),
        # groups
        ("officials", None, "collective", "officials", None, "collective"),
        ("Witnesses", None, "collective", None, None, "collective"),
        ("the Ukrainian media", "Ukrainian media", "outlet", None, "Ukraine", "collective"),
        ("Pro-Kremlin bloggers", "Pro-Kremlin bloggers", "collective", None, None, "collective"),
        ("33% of voters", None, "collective", None, None, "collective"),
        ("A group of 67 artists", None, "collective", None, None, "collective"),
        # documents
        ("The report", None, "document", None, None, "role-only"),
        ("Posts", None, "document", None, None, "role-only"),
        ("A study by Orrin University", None, "document", None, "Orrin University", "unnamed"),
    ],
)  # fmt: skip
def test_a_phrase_by_itself(
    phrase: str, name: str | None, kind: str, role: str | None, affiliation: str | None, anonymity: str
) -> None:
    found = read_mention(phrase, [(0, len(phrase))])
    assert (found.name, found.kind, found.role, found.affiliation, found.anonymity) == (
        name,
        kind,
        role,
        affiliation,
        anonymity,
    )
