"""What a line of a page is, by its shape and words: prose, a head, a caption, a byline, a date, or furniture.

Furniture is what surrounds an article: navigation, share buttons, boxes that ask for a subscription, lists of other
articles, legal lines. The rules are shared by every kind of document, as a caption looks alike in a saved page and in
HTML.
"""

from __future__ import annotations

import re
from enum import Enum

from twosource.read import bylines, times


class Line(Enum):
    """The kinds of line that :func:`kind` tells apart."""

    PROSE = "prose"
    SHORT = "short"  # no sentence: a head, an item of a list, an alternative text
    CAPTION = "caption"
    FURNITURE = "furniture"
    OTHERS = "others"  # opens a list of other articles
    END = "end"  # nothing of the article follows
    BYLINE = "byline"
    DATE = "date"
    CREDIT = "credit"


# Nine words make a sentence of news; shorter ones are prose only when they end as a sentence does.
PROSE_WORDS = 9
# A caption of 80 words has 500 characters. Longer lines are not asked further: the patterns are slow on walls of text.
LONGEST_LINE = 900

ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*$|:$|[,;—–-][\"”’]?$")
_STRICT_END = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")

_SOURCES = (
    r"(?:Getty(?: Images)?|AFP|Reuters|REUTERS|EPA(?:-EFE)?|dpa|DPA|picture[- ]alliance|Shutterstock|Alamy|iStock"
    r"|Unsplash"
    r"|Wikimedia|Anadolu(?: Agency)?|PA(?: Wire| Media)?|AP(?: Photo)?|AAP|Bloomberg|Handout|NurPhoto|Imago|IMAGO"
    r"|Xinhua"
    r"|KCNA|TASS|Sipa|Zuma|ZUMA|Rex|Maxar(?: Technologies)?|Press Association|ANI|PTI)"
)
_OPENS_CREDIT = r"(?:^|[.!?”\"]\s+|[(\[]|\s{2,})"
_PERSONS = r"(?:[^\W\d_][\w.'’-]*\s+){0,3}[^\W\d_][\w.'’-]*"
_CAPTION_END = re.compile(
    r"(?:Image|Photo|Foto|Picture|Pic|Photograph|Graphic|Image [Cc]redit|Photo [Cc]redit|Credit|Copyright)s?"
    r"(?: (?:by|courtesy(?: of)?|source))?\s*:\s*\S.{0,80}$"
    rf"|{_OPENS_CREDIT}(?:Photo|Photograph|Picture|Image|Illustration|Graphic)s? (?:by|courtesy of"
    rf"|from) [A-Z].{{0,60}}$"
    rf"|{_OPENS_CREDIT}(?:©|\(c\)|Copyright )\s*.{{0,60}}$"
    rf"|{_OPENS_CREDIT}(?:{_PERSONS}\s*(?:/|,|\s-|\svia)\s*)+{_SOURCES}(?:(?:\s*/\s*|\s+via\s+){_PERSONS})?[)\]]?\.?$"
    rf"|{_OPENS_CREDIT}{_SOURCES}(?:\s*/\s*|\s+via\s+){_PERSONS}[)\]]?\.?$"
    r"|(?:^|[.!?”\"]\s+|[(\[])(?:Getty Images|Shutterstock|Alamy|iStock|AP Photo|EPA-EFE)[)\]]?\.?$"
)
_CAPTION_START = re.compile(
    r"^(?:image|photo|video|picture|caption|file photo|watch|listen|play video|illustration|graphic|"
    r"(?:image|photo|picture|media) (?:caption|credit|source))s?\s*[:|,]\s*\S"
    r"|^(?:image source|image caption|media caption)\b|^FILE\s*[-–—]\s",
    re.IGNORECASE,
)

# Words of menus and share bars: a line of nothing else is furniture.
_SHARE = (
    "share|tweet|email|e-mail|print|copy link|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|messenger|x"
    "|bluesky|threads|instagram|youtube|flipboard|save|bookmark|comments?"
)
_MENU = (
    "home|homepage|news|menu|search|close|sections?|sign in|log ?in|log ?out|register|subscribe|my account|account"
    "|world|politics|business|sports?|culture|science|tech|technology|health|opinion|entertainment|lifestyle|travel|weather"
    "|videos?|audio|podcasts?|live|live tv|more|about us|about|contact|contact us|help|careers|jobs|advertise"
    r"|advertisement|advert|ad|sponsored|promoted|loading\.*|next|previous|back|back to top|top|top stories"
    "|newsletters?|settings|language|english|donate|support us|en|de|fr|es"
)
_MENU_WORD = rf"(?:{_SHARE}|{_MENU})"
_WHOLE = re.compile(rf"^\W*(?:\d+[.)]?\s*)?{_MENU_WORD}(?:[\s,|/•·>›»-]+{_MENU_WORD})*\W*$", re.IGNORECASE)

# How furniture begins. A phrase that prose may begin with too is held to the rest of a short line (".{0,40}$").
_NAVIGATION = (
    r"skip (?:to|next|past|navigation)\b",
    r"jump to\b",
    r"go to (?:main|content|top)\b",
    r"back to top",
    r"toggle caption|hide caption|enlarge(?: this)? image|load more|show (?:comments|more|caption)",
    r"view (?:comments|gallery|all|image|more|original)",
    r"(?:video|audio) (?:player|unavailable|duration)|\d{1,2}:\d\d(?:\s*/\s*\d{1,2}:\d\d)?$|(?:play|pause"
    r"|notifications?|feedback)\W*$",
    r"listen to (?:this )?(?:article|story)|listen\s*[(·•]?\s*\d|\d+ ?min(?:ute)?s?(?: read)?\W*$|reading time"
    r"|estimated reading",
    r"https?://\S+$|www\.\S+$|permalink\b|permanent link\b|short ?link\b|print(?:able)? version",
)
_ASKING = (
    r"share (?:this|on|via|article|story|your|options|full)\b",
    r"send (?:us|this) (?:a|article|story|facebook|to a friend)\b|send feedback",
    r"follow (?:us|\S+) on\b|follow us\b|like us on\b",
    r"join (?:us|our|the conversation|the discussion|\d)\b.{0,80}$",
    r"sign up (?:to|for|here|now|today)\b|subscribe (?:to|for|here|now|today)\b",
    r"get (?:our|the (?:latest|best|day)|.{0,40}(?:in|to) your inbox|unlimited)\b|(?:our|the|this"
    r"|a) .{0,40}newsletter\b.{0,40}$",
    r"enter your e-?mail|your e-?mail address|by (?:signing|clicking|subscribing|entering)\b.{0,30}(?:up|you|agree)",
    r"(?:already|not) a (?:subscriber|member)|become a (?:member|subscriber|supporter)",
    r"please (?:enable|log in|sign in|try again|click|wait|verify|whitelist|disable)\b",
    r"(?:did you )?(?:like|enjoy(?:ed|ing)?) this (?:story|article|post|piece)\b|if you (?:like"
    r"|enjoy)(?:ed)? (?:this|our)\b",
    r"leave a (?:comment|reply)|(?:\d+ )?comments?\W*$|post a comment|report (?:a|an) (?:typo|error|problem)",
    r"(?:have|got) (?:a|any) (?:tip|story|news|comment|question|news tip)|do you have a\b.{0,40}(?:tip|story)",
    r"contact (?:the author|us)|click here\b|tap here\b|support (?:our|independent|quality) journalism",
    r"were you there\?|.{0,100}\b(?:e-?mail|contact|get in touch|reach|write to|call)\b.{0,60}\S+@\S+\.\w",
    r"(?:listen|watch|tune in)\b.{0,40}\blive\W*$|this video can ?not be played|to play this video you need",
    r"download (?:our|the) app|available on (?:the )?(?:app|google)|turn on (?:notifications|desktop)",
)
_ELSEWHERE = (
    r"read (?:next|also|full|the full|more)(?:$|\W*[:|]|\b.{0,60}$)",
    r"see (?:also|more)\b|more (?:on|from|about|stories|news|like this|to read|in)\b.{0,50}$|(?:also|further) read",
    r"related (?:topics?|stor|articles?|content|coverage|links?|news|internet|reading|tags?)\b.{0,30}$|related:",
    r"recommended\b.{0,30}$|you (?:may|might) (?:also )?(?:like|be interested|enjoy|have missed)|don't miss\b.{0,40}$",
    r"(?:what|where) to (?:read|watch) next|(?:most|top|trending) (?:read|viewed|popular|watched|stories|shared"
    r"|news|now|videos?)\b.{0,20}$",
    r"trending\b.{0,20}$|popular (?:in|now|stories)|editor['’]?s['’]? picks?|latest (?:news|stories|headlines"
    r"|videos?|updates)\W*$",
    r"in pictures\W*$|explore more|keep reading|continue reading|story continues|article continues|advertisement\b",
)
_LEGAL = (
    r"(?:©|\(c\)|copyright)\s|all rights reserved|terms (?:of|and|&)\b.{0,40}$|privacy (?:policy|notice|statement"
    r"|settings)",
    r"(?:this|the) (?:copy|content) is for your personal|(?:this )?(?:material|article|page"
    r"|content) may not be (?:published|reproduced)",
    r"enable javascript|javascript (?:is|must)|your browser (?:does|is)|(?:we|this (?:web)?site"
    r"|our site)(?: and our partners)? uses? cookies?",
    r"accept (?:all )?cookies|cookie (?:policy|settings|preferences|consent)|manage (?:cookies|consent|preferences)",
    r"(?:the )?\w+ is not responsible for (?:the )?content|why you can trust|about (?:the|this) (?:author|article"
    r"|writer)",
    r"tags?\s*:|topics?\s*:|filed under|categories\s*:|published in\s*:|first published (?:on|in|at|as)\b",
    r"this (?:article|story|piece|report|text|post) (?:was|has been|is|first|originally)\b.{0,30}"
    r"(?:published|appeared|translated|syndicated|adapted|written in|generated|republished|reproduced)",
    r"(?:this|it) (?:was|first) (?:originally )?(?:published|appeared) (?:on|in|at|by)\b|translated from\b"
    r"|edited by\s*:?\s+[A-Z]",
    r"(?:the post )?.{0,120}\bappeared first on\b",
)
_PHRASE = re.compile(
    r"^\W*(?:\d+[.)]\s*)?(?:" + "|".join((*_NAVIGATION, *_ASKING, *_ELSEWHERE, *_LEGAL)) + ")", re.IGNORECASE
)
_OTHERS = re.compile(
    r"^\W*(?:skip next section\b|you (?:may|might) also (?:like|be interested|enjoy)|related\W*$"
    r"|related (?:stories|articles|topics?|content|coverage|links|news|reading)\b|more (?:on this|from|stories"
    r"|news|like this|to read|in)\b"
    r"|most (?:read|popular|viewed|watched)\b|recommended\b|top stories\W*$|trending\b|editor['’]?s['’]? picks?"
    r"|read (?:more|next|also)\W*$|see also\W*$|latest (?:news|stories|headlines|videos?)\W*$|explore more"
    r"|what to read next"
    r"|popular (?:now|stories)|don't miss\W*$|elsewhere on\b|from (?:the web|around the web|our partners)"
    r"|in other news\b"
    r"|also (?:on|in) the news\b)",
    re.IGNORECASE,
)
_END = re.compile(
    r"^\W*(?:view comments|leave a (?:comment|reply)|post a comment|join the conversation|\d+ comments?|comments?"
    r"|about us|(?:©|\(c\)|copyright)\s.*|all rights reserved.*|terms of (?:use|service)\b.{0,60}"
    r"|privacy policy\b.{0,60}|follow us(?: on)?|back to top)\W*$",
    re.IGNORECASE,
)


def words(line: str) -> int:
    """How many words ``line`` has."""
    return len(line.split())


def is_sentence(line: str) -> bool:
    """Whether ``line`` ends as a sentence of prose does."""
    return bool(_STRICT_END.search(line[-20:]))


def is_furniture(line: str) -> bool:
    """Whether ``line`` is made of nothing but page furniture; a long paragraph never is."""
    return words(line) <= 40 and bool(_WHOLE.match(line) or _PHRASE.match(line))


def is_caption(line: str) -> bool:
    """Whether ``line`` is a caption or the credit of a picture."""
    if words(line) > 80:
        return False
    return bool(_CAPTION_START.match(line) or _CAPTION_END.search(line))


def is_date(line: str) -> bool:
    """Whether ``line`` says when it was published and nothing else."""
    return words(line) <= 20 and times.from_words(line) is not None and words(times.without_times(line)) <= 2


def kind(line: str) -> Line:  # noqa: PLR0911 - the order of the questions is the rule
    """What ``line`` is. The questions go from the surest sign to the weakest."""
    if len(line) > LONGEST_LINE:
        return Line.PROSE if words(line) >= PROSE_WORDS else Line.SHORT
    if words(line) <= 40 and _END.match(line):
        return Line.END
    if words(line) <= 12 and _OTHERS.match(line):
        return Line.OTHERS
    if is_furniture(line):
        return Line.FURNITURE
    if bylines.credit_line(line):
        return Line.CREDIT
    if is_caption(line):
        return Line.CAPTION
    if is_date(line):
        return Line.DATE
    if bylines.is_byline(line):
        return Line.BYLINE
    if is_sentence(line) or (words(line) >= PROSE_WORDS and ENDS_SENTENCE.search(line)) or words(line) >= 30:
        return Line.PROSE
    return Line.SHORT
