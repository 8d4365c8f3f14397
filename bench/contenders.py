"""What the product is measured beside: the network without anything around it, and a spaCy pipeline.

The spaCy pipeline has the components and sizes of its small English model (tok2vec of width 96 and depth 4, tagger,
parser, attribute ruler, lemmatizer, named entities). Its weights are random: they take as long as trained ones, to
within what the parser's and the recogniser's decisions do.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path


def network(texts: list[str]) -> float:
    """CPU seconds of the embedded network on the windows of the texts, cut beforehand."""
    from twosource.model.network import Network
    from twosource.model.windows import read_words, windows
    from twosource.model.wordpiece import WordPieces
    from twosource.read import read_bytes

    vocabulary, session = WordPieces.embedded(), Network(threads=1)
    cut = []
    for text in texts:
        for article in read_bytes(text.encode(), source="bench"):
            cut.extend(windows(read_words(article.text, article.paragraphs, vocabulary), vocabulary))
    session.run(cut[:2])
    began = time.process_time()
    for at in range(0, len(cut), 16):
        session.run(cut[at : at + 16])
    return time.process_time() - began


def spacy(texts: list[str]) -> float:
    """CPU seconds of the spaCy pipeline."""
    import spacy as library
    from spacy.training import Example

    nlp = library.blank("en")
    embed = {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": 96, "depth": 4}
    embed |= {"embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True}
    nlp.add_pipe("tok2vec", config={"model": embed})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name in ("parser", "ner"):
        model = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": name, "tok2vec": listener}
        model |= {"extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None}
        nlp.add_pipe(name, config={"model": model})
    nlp.add_pipe("attribute_ruler")
    nlp.initialize(lambda: [_sample(nlp, Example)])
    list(nlp.pipe(texts[:2]))
    began = time.process_time()
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    return time.process_time() - began


def _sample(nlp: object, example: type) -> object:
    """One parsed sentence, so that the components know labels."""
    words = ["The", "mayor", "of", "Ansel", "said", "that", "it", "was", "safe", "."]
    heads = [1, 4, 1, 2, 4, 8, 8, 8, 4, 4]
    deps = ["det", "nsubj", "prep", "pobj", "ROOT", "mark", "nsubj", "cop", "ccomp", "punct"]
    tags = ["DT", "NN", "IN", "NNP", "VBD", "IN", "PRP", "VBD", "JJ", "."]
    gold = {"words": words, "heads": heads, "deps": deps, "tags": tags, "entities": ["O", "O", "O", "U-GPE", *"OOOOO"]}
    document = nlp.make_doc(" ".join(words))  # type: ignore[attr-defined]
    return example.from_dict(document, gold)  # type: ignore[attr-defined]


CONTENDERS: dict[str, Callable[[list[str]], float]] = {"network": network, "spacy": spacy}

if __name__ == "__main__":
    print(
        CONTENDERS[sys.argv[1]]([path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[2]).glob("*.txt"))])
    )
