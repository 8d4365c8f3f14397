"""The words that introduce what somebody says, and what each tells of the act, the stance and the certainty.

A lemma not listed here states. The lists were filled from the 400 most frequent cues of the PolNeAR training
articles and from the forms of denial and refusal that news uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.language.words import words
from twosource.records import Act, Certainty, Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word tells by itself, before negation and content are looked at."""

    lemma: str
    act: Act = "states"
    polarity: Polarity = "affirm"
    certainty: Certainty = "unstated"


_ROWS: tuple[tuple[Act, Polarity, Certainty, str], ...] = (
    (
        "confirms",
        "affirm",
        "certain",
        "confirm acknowledge admit concede verify corroborate authenticate affirm reaffirm attest",
    ),
    ("confirms", "affirm", "unstated", "agree concur accept recognise recognize allow grant"),
    (
        "denies",
        "deny",
        "unstated",
        "deny reject dismiss refute rebut dispute repudiate disavow contradict debunk discredit disown "
        "discount disagree gainsay retract withdraw recant denial rejection dismissal",
    ),
    ("denies", "deny", "probable", "doubt disbelieve"),
    ("declines", "withhold", "unstated", "decline refuse demur"),
    (
        "predicts",
        "affirm",
        "probable",
        "expect predict forecast project anticipate foresee foretell estimate expectation prediction "
        "forecast projection",
    ),
    (
        "demands",
        "affirm",
        "unstated",
        "demand urge request plead beg implore insist-on order instruct command advise recommend press push "
        "want seek exhort lobby petition require prefer advocate demand wish desire call-for call-on",
    ),
    ("asks", "affirm", "unstated", "ask wonder question inquire enquire query"),
    (
        "believes",
        "affirm",
        "probable",
        "believe think suspect assume presume guess reckon imagine suppose figure belief opinion view",
    ),
    (
        "believes",
        "affirm",
        "possible",
        "speculate theorize theorise hypothesize fear worry hope dread fear worry hope concern",
    ),
    (
        "believes",
        "affirm",
        "unstated",
        "feel consider regard see deem perceive favor favour oppose support like love hate dislike admire "
        "mind intend plan aim",
    ),
    ("believes", "affirm", "certain", "know realize realise understand trust convinced"),
    ("states", "affirm", "certain", "prove demonstrate establish vow pledge swear promise guarantee assure"),
)
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "knew": "know",
     "known": "know",
    "felt": "feel", "saw": "see", "seen": "see", "sought": "seek", "swore": "swear", "sworn": "swear",
     "foresaw": "foresee",
    "foreseen": "foresee", "withdrew": "withdraw", "withdrawn": "withdraw", "understood": "understand", "begged": "beg",
    "pled": "plead", "denying": "deny", "foretold": "foretell", "spoke": "speak", "gave": "give", "made": "make",
     "found": "find",
    "proven": "prove", "meant": "mean", "put": "put", "read": "read", "has": "have", "had": "have", "is": "be",
     "was": "be",
    "are": "be", "were": "be", "been": "be",
}  # fmt: skip


def _forms(lemma: str) -> list[str]:
    """The forms of a regular verb, and its plural where it is a noun."""
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    sibilant = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    doubled = lemma + lemma[-1] if lemma in ("plan", "admit", "demur", "beg") else lemma
    return [lemma, lemma + sibilant, doubled + "ed", doubled + "ing"]


CUES: dict[str, Cue] = {
    form: Cue(lemma, act, polarity, certainty)
    for act, polarity, certainty, lemmas in reversed(_ROWS)
    for lemma in lemmas.split()
    for form in _forms(lemma)
}
"""Every inflected form of a listed cue."""
CUES |= {form: CUES[lemma] for form, lemma in _IRREGULAR.items() if lemma in CUES}

# Cues of several words; each is looked for in the cue and, where it says so, in the content as well.
_PHRASES: tuple[tuple[str, Cue], ...] = (
    (r"neither\s+(?:confirm\w*|den\w*)\s+n?or\s+(?:den\w*|confirm\w*|rul\w+\s+out|reject\w*)|(?:confirm|deny)\w*\s+(?:n?or)\s+(?:deny|"
     r"confirm)\w*",
     Cue("neither", "declines", "withhold")),
    (r"(?:declin|refus)\w+\s+(?:to\s+)?(?:say|comment|discuss|answer|speak|give|provide|confirm|elaborate|disclose|"
     r"identify|name|respond"
     r"|talk|reveal|specify|speculate|be)\b|(?:declin|refus)\w+\s+(?:all\s+)?(?:an?\s+)?(?:interview|comment|"
     r"request)s?",
     Cue("decline", "declines", "withhold")),
    (r"(?:no|not\s+immediate(?:ly)?|without)\s+(?:immediate\s+)?comment", Cue("no comment", "declines", "withhold")),
    (r"(?:did|does|do|had|has|have|would|could|will)(?:\s+not|n['’]t)\s+(?:\w+ly\s+|yet\s+)?(?:be\s+)?(?:respond|"
     r"reply|return|answer|comment"
     r"|reached|elaborate|responded|replied|commented|say|said|disclose|specify|mention|mentioned|provide|release|"
     r"released|explain|identify)",
     Cue("not say", "declines", "withhold")),
    (r"(?:unable|could\s*(?:not|n['’]t)|cannot|can['’]t|(?:was|were)\s+not\s+able|failed|"
     r"impossible)\s+(?:to\s+)?(?:be\s+)?(?:\w+ly\s+)?"
     r"(?:verif|confirm|find|establish|determin|corroborat|authenticat|ascertain|reach)\w*",
     Cue("not verify", "states", "withhold")),
    (r"(?:has|have|had)\s+yet\s+to\s+\w+|stopp?\w*\s+short\s+of", Cue("yet to", "declines", "withhold")),
    (r"(?:found|finds|saw|sees|seen|find)\s+no\s+(?:\w+\s+)?(?:evidence|proof)", Cue("no evidence", "states",
     "withhold")),
    (r"(?:found|finds|saw|sees|seen|find)\s+no\s+(?:\w+\s+)?(?:sign|trace|indication)s?",
     Cue("no sign", "denies", "deny")),
    (r"(?:cannot|can\s*not|can['’]t|could\s*(?:not|n['’]t))\s+(?:be\s+)?(?:rule[ds]?\s+out|exclude)",
     Cue("cannot rule out", "states", "affirm", "possible")),
    (r"(?:walk|row|roll|back)\w*\s+(?:back|away)\b|back(?:ed|s|ing)?[- ]?track\w*|took\s+back|(?:take|taking)s?\s+back",
     Cue("walk back", "denies", "deny")),
    (r"refus\w+\s+to\s+be\s+drawn|would\s*(?:not|n['’]t)\s+be\s+drawn|kept\s+(?:silent|quiet)|remain\w*\s+(?:silent|tight-lipped)",
     Cue("silent", "declines", "withhold")),
    (r"(?:rul(?:ed|es|ing)|rule)\s+out", Cue("rule out", "denies", "deny")),
    (r"(?:call|urg|appeal|press|push|plead|argu)\w*\s+(?:for|on|upon)\b|insist\w*\s+on\b|warn\w*\s+against",
     Cue("call for", "demands")),
    (r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:likely|expected|projected|forecast|set|due)\s+to|(?:is|are|was|"
     r"were)\s+(?:\w+\s+)?expected",
     Cue("expected", "predicts", "affirm", "probable")),
    (r"(?:is|are|was|were|feels?|felt)\s+(?:(?!not\b)\w+\s+)?(?:sure|certain|confident|convinced|positive)", Cue("sure",
     "believes", "affirm", "certain")),
    (r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:unsure|uncertain|not\s+sure|unclear)", Cue("unsure", "believes",
     "withhold", "unstated")),
    (r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:worried|afraid|concerned|hopeful)", Cue("worried", "believes", "affirm",
     "possible")),
    (r"(?:is|are|was|were)\s+(?:\w+\s+)?(?:skeptical|sceptical|doubtful|dubious)", Cue("sceptical", "denies", "deny",
     "probable")),
    (r"plead\w*\s+(?:not\s+)?guilty|pled\s+(?:not\s+)?guilty", Cue("plead")),
    (r"would\s+like\b|in\s+favou?r\s+of", Cue("would like", "demands")),
    (r"(?:seem|appear|look)(?:s|ed)?\b", Cue("seem", "states", "affirm", "probable")),
)  # fmt: skip
PHRASES = tuple((re.compile(rf"\b(?:{pattern})", re.IGNORECASE), cue) for pattern, cue in _PHRASES)

NEGATION = re.compile(
    r"(?:\b(?:not|never|no\s+longer|nor|neither|hardly)\b|n['’]t\b)(?!\s+(?:just|only|merely|even))", re.IGNORECASE
)
NEG_RAISING = words("believe think expect suppose imagine see agree accept support favor favour endorse feel want")
"""Verbs whose negation denies the content ("does not believe that…"), not the saying."""

FAKE = re.compile(
    r"\b(?:fake|false|fabricat\w+|untrue|nonsense|lies?|hoax|baseless|groundless|unfounded|bogus|forged|forgery|"
    r"disinformation|misinformation|not\s+(?:true|real|genuine)|made\s+up|inaccurate|incorrect|rubbish|debunked|"
    r"without\s+(?:foundation|merit|basis))\b",
    re.IGNORECASE,
)
UNFIT = re.compile(r"\b(?:fiction|propaganda|ridiculous|absurd|wrong|a\s+myth|laughable)\b", re.IGNORECASE)
"""Says that something is untrue where somebody *calls* a report so; "it was wrong" is mostly a judgement of a deed."""

NO_SIGN = re.compile(
    r"\A\W*(?:that\s+)?(?:he|she|it|they|we|i)\s+(?:\w+\s+){0,2}(?:(?:see|saw|seen|find|found|know|heard?)\s+(?:of\s+)?nothing\s+"
    r"(?:to|that)\s+(?:\w+\s+)?(?:suggest|indicat|show|support|prov)|(?:not|n['’]t)\s+aware\s+of\s+any\b)|"
    r"\A\W*(?:that\s+)?(?:there\s+(?:is|was|were|are|has\s+been|had\s+been|have\s+been)\s+|(?:they|he|she|it|we|"
    r"i)\s+(?:has|have|had|saw|see|sees|"
    r"is\s+aware\s+of)\s+(?:seen\s+|found\s+)?)?(?:absolutely\s+|currently\s+|so\s+far\s+|still\s+)?(?:no|not\s+any|"
    r"zero|little)\s+"
    r"(?:\w+\s+)?(?:indications?|signs?|evidence|proof|hint|truth|basis|reason\s+to\s+believe)\b|"
    r"\A\W*(?:that\s+)?there\s+"
    r"(?:isn['’]t|wasn['’]t|is\s+not|was\s+not)\s+(?:any\s+)?(?:\w+\s+)?(?:indications?|signs?|evidence|proof|truth)\b",
    re.IGNORECASE,
)
UNCONFIRMED = re.compile(
    r"\A\W*(?:that\s+)?(?:there\s+(?:is|was)(?:,?\s+\w+,)?\s+no\s+(?:confirmed|verified|reliable|"
    r"official)\s+(?:information|confirmation|data)|"
    r"(?:it|he|she|they|we|i)\s+(?:could|can)\s*(?:not|n['’]t)\s+(?:\w+\s+)?(?:confirm|verify|say|comment)|"
    r"(?:it|he|she|they|we|i)\s+(?:could|can|would)\s+neither\s+(?:confirm|verify|rule\s+out|deny)|"
    r"(?:it|he|she|they|we|i)\s+(?:did|do|does)\s*(?:not|n['’]t)\s+know)",
    re.IGNORECASE,
)
POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|possibilit(?:y|ies)|perhaps|maybe|plausibl[ey]|potentially|conceivabl[ey]|"
    r"cannot\s+rule\s+out|"
    r"not\s+rule\s+out|can['’]t\s+rule\s+out|remains\s+to\s+be\s+seen)\b"
)
PROBABLE = re.compile(
    r"\b(?:likely|probabl[ey]|probability|presumably|apparently|almost\s+certain(?:ly)?|i\s+(?:think|believe|guess|"
    r"suspect|expect)|seem(?:s|ed)?|"
    r"appear(?:s|ed)?|I\s+(?:think|believe|guess|suspect|expect)|in\s+all\s+likelihood|expected\s+to|tends?\s+to)\b"
)
CERTAIN = re.compile(
    r"\b(?:certainly|definitely|undoubtedly|undeniabl[ey]|unquestionably|without\s+(?:a\s+)?doubt|no\s+doubt|"
    r"beyond\s+doubt|clearly|"
    r"of\s+course|absolutely|obviously|for\s+sure|no\s+question)\b",
    re.IGNORECASE,
)
FUTURE = re.compile(
    r"\b(?:will|shall|would|'ll|’ll|won['’]t|going\s+to|plans?\s+to|planned\s+(?:to|for)|planning\s+to|intends?\s+to|"
    r"expected\s+to|scheduled|due|"
    r"set\s+to|upcoming|ahead\s+of|coming|deadline|vows?\s+to|about\s+to)\b"
)
