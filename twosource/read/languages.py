"""Which language an article is in. Only English is supported: another language is said to be so, never read as
English."""

from __future__ import annotations

import re

# Words that are frequent in English and rare as such in the other languages of Latin script. News has 20 to 35 of
# them in 100 words; German, Dutch, Spanish or Polish text has under 4.
# fmt: off
_ENGLISH = frozenset({
    "the", "of", "and", "that", "was", "with", "for", "is", "by", "have", "has", "it", "from", "this", "which",
    "are", "were", "been", "said", "would", "their", "they", "his", "her", "she", "had", "not", "but", "who",
    "what", "when", "there", "will", "about", "after", "than", "more", "its", "we", "you", "your", "can",
    "could", "one", "two", "new", "first", "year", "years", "people",
})
# fmt: on
_SURE_SHARE = 0.12
# Fewer words than these are too little evidence against English, unless the letters are of another script.
_FEWEST_WORDS = 12
_LATIN_SHARE = 0.5
# What the detector says of English headlines and lists of links without one frequent word: 2 of 1,122 news texts.
_TAKEN_FOR_OTHER = frozenset({"pcm"})
# What the detector says of codes, tables and noise.
NONE = "zxx"

_NAMES = dict(
    pair.split(" ", 1)
    for pair in """\
af Afrikaans, am Amharic, an Aragonese, ar Arabic, ary Moroccan Arabic, arz Egyptian Arabic, as Assamese,
az Azerbaijani, ba Bashkir, be Belarusian, bg Bulgarian, bn Bengali, br Breton, bs Bosnian, ca Catalan,
crh Crimean Tatar, cs Czech, cy Welsh, da Danish, de German, dz Dzongkha, el Greek, en English, eo Esperanto,
es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, fy Frisian, ga Irish,
gd Scottish Gaelic, gl Galician, grc Ancient Greek, gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr Croatian,
ht Haitian Creole, hu Hungarian, hy Armenian, id Indonesian, ig Igbo, is Icelandic, it Italian, ja Japanese,
jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin,
lb Luxembourgish, lij Ligurian, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mk Macedonian, ml Malayalam,
mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese, nb Norwegian, ne Nepali, nl Dutch, nn Norwegian,
no Norwegian, oc Occitan, om Oromo, or Odia, pa Punjabi, pl Polish, ps Pashto,
pt Portuguese, qu Quechua, ro Romanian, ru Russian, rw Kinyarwanda, sa Sanskrit, se Northern Sami, si Sinhala,
sk Slovak, sl Slovenian, sn Shona, so Somali, sq Albanian, sr Serbian, st Sotho, sv Swedish, sw Swahili,
ta Tamil, te Telugu, tg Tajik, th Thai, tk Turkmen, tl Tagalog, tr Turkish, tt Tatar, ug Uyghur, uk Ukrainian,
ur Urdu, uz Uzbek, vec Venetian, vi Vietnamese, vo Volapük, wa Walloon, wuu Chinese, xh Xhosa, yo Yoruba,
yue Chinese, zh Chinese, zu Zulu""".replace("\n", " ").split(", ")
)


def detect(text: str) -> str:
    """The code of the language that ``text`` is in; ``en`` where there is too little to tell."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    if words and sum(word in _ENGLISH for word in words) >= _SURE_SHARE * len(words):
        return "en"
    if len(words) < _FEWEST_WORDS and _latin(text) >= _LATIN_SHARE:
        return "en"
    if not words:
        return "en"
    from py3langid import classify

    code = str(classify(text[:20_000])[0])
    return "en" if code in _TAKEN_FOR_OTHER else code


def name(code: str) -> str:
    """The English name of a language: ``German`` for ``de``."""
    return _NAMES.get(code, f'the language "{code}"')


def _latin(text: str) -> float:
    """The share of the letters that are Latin."""
    letters = [character for character in text if character.isalpha()]
    return sum(character < "ɐ" for character in letters) / max(1, len(letters))
