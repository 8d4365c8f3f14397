"""What every form of a brief calls things, and the numbers of its citations.

A number stands for one cited statement through the whole brief, in the order in which a reader comes to it: the answer;
then of each proposition its summing up, its statements stance by stance, how it moved, what nobody said; then who would
not answer. The texts are plain: what they hold of an article can be shown on a terminal, and must still be escaped for
a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.across import Basis, Origin, Status
from twosource.brief.clauses import capital, clause
from twosource.brief.records import STANCES, Brief, Citation, Entry, Move, Sentence, Stance, Statement
from twosource.export import words
from twosource.link.wording import is_clause
from twosource.link.wording import wording as named_by
from twosource.records import Article, Certainty, Figure, Kind

SIGNS: dict[Stance, str] = {"says-so": "+", "may-be": "~", "denies": "-", "no-sign": "0", "silent": "?"}
"""A sign for a stance, which never stands without :func:`stance_heading` in sight."""

_HEADINGS: dict[Stance, str] = {
    "says-so": "Says so",
    "may-be": "Says it may be",
    "denies": "Denies it",
    "no-sign": "Found no sign, or cannot confirm",
    "silent": "Will not say",
}
_STATUSES: dict[Status, str] = {
    "single-origin": "single origin",
    "several-origins": "several origins",
    "contested": "contested",
    "denied": "denied",
    "figures-differ": "figures differ",
    "unconfirmed": "unconfirmed",
    "retracted": "retracted",
}
_EXPLAINED: dict[Status, str] = {
    "single-origin": "all of it goes back to one origin",
    "several-origins": "more than one origin says so",
    "contested": "accounts of it contradict each other",
    "denied": "it is denied or no sign of it was found, and nobody is cited who says so",
    "figures-differ": "accounts of it give different figures",
    "unconfirmed": "nobody says so for certain",
    "retracted": "who said so has taken it back",
}
_MOVES: dict[Move, str] = {
    "first-said": "first said",
    "repeated": "also said",
    "raised": "raised",
    "lowered": "lowered",
    "denied": "denied",
    "confirmed": "confirmed",
    "walked-back": "walked back",
    "corrected": "corrected",
}
_BASES: dict[Basis, str] = {
    "utterance": "one speaker's words",
    "copy": "shared text",
    "credit": "a declared credit",
    "citation": "a citation",
    "family": "one publisher",
    "own-word": "leans on nobody shown",
}
_SURE: dict[Certainty, str] = {"certain": "certain", "probable": "probable", "possible": "possible", "unstated": ""}
_KINDS: dict[Kind, str] = {"government": "body of a state"}


def wording(entry: Entry) -> str:
    """What a proposition is called."""
    return capital(words.plain(entry.proposition.wording))


def heading(entry: Entry) -> str:
    """What stands above a proposition: what it is called, or, where that holds no verb, the clause it stands in."""
    called = words.plain(entry.proposition.wording)
    by = None if is_clause(called) else _called_by(entry)
    longer = clause(by.account) if by else ""
    return capital(longer if called in longer else called)


def _called_by(entry: Entry) -> Statement | None:
    """The statement that the proposition is called after."""
    named = entry.proposition.wording
    return next((one for one in entry.statements if named_by(one.account.quote) == named), None)


def status(entry: Entry) -> str:
    """How the reporting stands, in words: ``figures differ``."""
    return _STATUSES[entry.proposition.status]


def explained(entry: Entry) -> str:
    """What the status means, as a clause; of several origins also whether they are shown to be independent."""
    low, high = entry.proposition.independent
    doubt = ", not all of them shown to be independent" if low < high else ""
    return _EXPLAINED[entry.proposition.status] + (doubt if entry.proposition.status == "several-origins" else "")


def independent(entry: Entry) -> str:
    """``1 independent origin``, ``2 to 4 independent origins``, ``none shown independent; up to 3``."""
    low, high = entry.proposition.independent
    if high == 0:
        return "no origin says so"
    if low == 0:
        return f"none shown independent; up to {high}"
    return f"{f'{low} to ' if low < high else ''}{count(high, 'independent origin')}"


def reasons(origin: Origin) -> str:
    """Why the statements of an origin are taken for one, else in a few words what it rests on."""
    return words.plain("; ".join(origin.why) or _BASES[origin.basis])


def stance_heading(stance: Stance) -> str:
    """What stands above the statements of a stance."""
    return _HEADINGS[stance]


def move(value: Move, stance: Stance | None = None) -> str:
    """How a step moved the story, in words: ``walked back``. To find no sign of something is less than to deny it."""
    return "not confirmed" if (value, stance) == ("denied", "no-sign") else _MOVES[value]


def sure(certainty: Certainty) -> str:
    """How sure a speaker is, by their own words; empty where these do not tell."""
    return _SURE[certainty]


def kind(value: Kind) -> str:
    """What a source is, in words."""
    return _KINDS.get(value, value)


def count(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def title(brief: Brief) -> str:
    """What stands at the head: the question, or what a brief without one tells."""
    return words.plain(brief.question) if brief.question else "What the reporting says"


def read(brief: Brief) -> str:
    """What there was to answer from: ``12 articles, 153 statements, 68 sources``."""
    found = (brief.read, "article"), (brief.attributions, "statement"), (brief.sources, "source")
    return ", ".join(count(number, noun) for number, noun in found)


def left_out(brief: Brief) -> str:
    """How many propositions there are beside those shown; empty where there are none."""
    return f"{count(brief.left_out, 'more proposition')} not shown" if brief.left_out else ""


def more_unread(brief: Brief) -> str:
    """How many more could not be read; empty for none."""
    more = brief.unread_in_all - len(brief.unread)
    return f"{count(more, 'more source')} could not be read" if more > 0 else ""


def outlet(article: Article) -> str:
    """The outlet of an article."""
    return words.plain(article.outlet) if article.outlet else "Unknown outlet"


def published(article: Article) -> str:
    """When an article was printed, in words."""
    return words.moment(article.published) if article.published else "undated"


def place(article: Article) -> str:
    """Where an article is found: its URL, else the file that it was read from; empty where neither is known."""
    return words.plain(article.url or article.source.removeprefix("-"))


def when(statement: Statement) -> str:
    """When it was said, where the words tell, else when it was printed: ``said 4 March 2025``."""
    said = statement.account.attribution.said
    if said:
        return f"said {words.when(said)}"
    return f"printed {words.moment(statement.when)}" if statement.when else "undated"


def cited(statement: Statement) -> str:
    """The words of a statement, in quotation marks where the article gives them as the speaker's own."""
    attribution = statement.account.attribution
    text = words.quoted(statement.account.article, attribution.content)
    return in_quotes(text) if attribution.manner == "direct" else text


def in_quotes(text: str) -> str:
    """``text`` in quotation marks, at either end only where it has none."""
    opened = text[:1] in "“\"‘'«„"
    closed = text.rstrip(".,;")[-1:] in "”\"’'»" or text[-1:] in "”\"’'»"
    return f"{'' if opened else '“'}{text}{'' if closed else '”'}"


def figure(value: Figure) -> str:
    """``at least 7 people``."""
    return words.figure(value).strip()


def numbers(brief: Brief) -> dict[str, int]:
    """Attribution id → the number that it is cited by."""
    return {citation.attribution: number for number, citation in enumerate(citations(brief), 1)}


def marks(cited_by: Sentence, numbered: dict[str, int]) -> str:
    """The numbers of a sentence's citations in square brackets: ``[1][4]``."""
    return "".join(f"[{number}]" for number in numbers_of(cited_by.citations, numbered))


def numbers_of(citations: Sequence[Citation], numbered: dict[str, int]) -> list[int]:
    """The numbers of ``citations``, each once and in their order."""
    return list(dict.fromkeys(numbered[citation.attribution] for citation in citations))


def citations(brief: Brief) -> list[Citation]:
    """One for each statement that is cited: the first stands for number 1, and so on."""
    first: dict[str, Citation] = {}
    for citation in _all_citations(brief):
        first.setdefault(citation.attribution, citation)
    return list(first.values())


def _all_citations(brief: Brief) -> Iterator[Citation]:
    yield from _of(brief.sentences)
    for entry in brief.entries:
        yield from entry.lead.citations
        for stance in STANCES:
            yield from (statement.citation for statement in entry.of_stance(stance))
        yield from _of([step.sentence for step in entry.steps])
        yield from _of(entry.missing)
    yield from _of(brief.missing)


def _of(sentences: Sequence[Sentence]) -> Iterator[Citation]:
    for sentence in sentences:
        yield from sentence.citations
