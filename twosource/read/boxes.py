"""The parts of an HTML page that are not the article by the names of their elements: boxes, bars, figures, pop-ups."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from twosource.read import bylines, furniture

# Elements named like a box are one only if all of that name hold a small part of the page's prose: some sites name each
# chunk of an article "paywall-ad", or the whole of it "social-body".
BOX_SHARE = 0.2

# The longest captions, those of agencies' archive pictures, tell a story of their own in four sentences.
LONGEST_CAPTION = 120

_NAMED = re.compile(
    r"(?:^|[-_ ])(?:newsletter|related|recommend(?:ed|ations?)?|promo|share|sharing|social|toolbar|popup|tooltip"
    r"|rollover"
    r"|modal|subscri(?:be|ption)|sign-?up|advert\w*|ads?|sponsor(?:ed)?|taboola|outbrain|most-(?:read|popular)|trending"
    r"|read-?more|byline|credits?|photo-?credit|copyright|caption|cap|legend|breadcrumbs?|comments?|disqus|tags?|author-?bio"
    r"|about-author|bio|cookie|consent|video-?player|gallery|slideshow|carousel|more-on|see-also|also-read|pull-?quote"
    r"|inline-?links?|jump-?links?|topics?|tips|method(?:ology)?)(?:$|[-_ ])",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:^|[-_ ])(?:caption|cap|legend)(?:-?text)?(?:$|[-_ ])", re.IGNORECASE)
# fmt: off
_BOXES = (
    "div", "section", "aside", "ul", "ol", "dl", "span", "p", "form", "footer", "nav", "button", "a", "h2",
    "h3", "h4",
)
# fmt: on
_PICTURES = ("figure", "figcaption")
_LINES = ("p", "li", "figcaption", "h2", "h3", "h4", "a", "span", "div")
_UNSEEN = ("rollover-", "tooltip", "popover", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader")
_HIDDEN = " | ".join(
    [f'//*[contains(@class, "{name}")]' for name in _UNSEEN]
    + ["//body//script[not(contains(@type, 'json'))]", "//body//style", "//noscript[not(.//p)]"]
)


def without_hidden(tree: HtmlElement) -> HtmlElement:
    """``tree`` itself, less what a reader never sees: it would run into the words beside it."""
    for element in tree.xpath(_HIDDEN):
        # A whole page may be named like a box.
        if element.getparent() is not None:
            element.drop_tree()
    return tree


def captions_of(tree: HtmlElement) -> tuple[str, ...]:
    """What stands under the pictures: ``<figcaption>``, and innermost elements that are named so."""
    named = (e for e in tree.iter("div", "p", "span", "td", "dd") if _CAPTION.search(e.get("class") or ""))
    inner = (e for e in named if not any(_CAPTION.search(child.get("class") or "") for child in e.iterdescendants("*")))
    shown = (" ".join(" ".join(element.itertext()).split()) for element in (*tree.iter("figcaption"), *inner))
    return bylines.unique(text for text in shown if 2 < furniture.words(text) <= LONGEST_CAPTION)


def texts_aside(tree: HtmlElement) -> set[str]:
    """The keys of the lines that stand in boxes and figures, and of those that are nothing but a link."""
    boxes: dict[str, list[HtmlElement]] = {}
    for element in tree.iter(*_BOXES, *_PICTURES):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag in _PICTURES or _NAMED.search(named):
            boxes.setdefault(f"{element.tag} {named}", []).append(element)
    most = BOX_SHARE * prose_in(tree)
    inside = (box for alike in boxes.values() if sum(map(prose_in, alike)) <= most for box in alike)
    keys = {key_of(" ".join(line.itertext())) for box in inside for line in box.iter(*_LINES)}
    links = {key_of(line.text_content()) for line in tree.iter("p", "li") if _is_link(line)}
    return (keys | links) - {""}


def key_of(text: str) -> str:
    """``text`` by its letters and figures alone, so that it is found again however its spaces were treated."""
    return "".join(filter(str.isalnum, text))


def prose_in(element: HtmlElement) -> int:
    """How many characters of ``element`` stand in paragraphs longer than a caption (80 characters)."""
    return sum(length for p in element.iter("p") if (length := len(p.text_content())) > 80)


def _is_link(line: HtmlElement) -> bool:
    """A line that is one link and no sentence leads to another article."""
    text = " ".join(line.text_content().split())
    linked = sum(len(" ".join(link.text_content().split())) for link in line.iter("a"))
    return bool(text) and linked >= 0.9 * len(text) and furniture.words(text) >= 4 and not furniture.is_sentence(text)
