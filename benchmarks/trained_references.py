"""Does a trained spaCy model add anything to the grammar? Trains one on the grammar's own annotations.

    python benchmarks/trained_references.py TRAINING_TEXTS HELD_OUT_TEXTS [--language en]

Both are folders of text files, blank lines between paragraphs. The model is trained on the first folder and
compared with the grammar on the second: spans that both find, that only one finds. Those that only the model
finds are printed, since they are what it could add.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from pathlib import Path

import spacy
from spacy.training import Example
from spacy.util import filter_spans, minibatch

from undocparse.references import find_in, pipeline

_CONFIG = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "hidden_width": 32,
        "extra_state_tokens": False,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "width": 64,
            "depth": 3,
            "embed_size": 1500,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
            "pretrained_vectors": None,
        },
    }
}


def paragraphs(folder: Path) -> list[str]:
    """The paragraphs of all text files of a folder that have a digit, 2,000 characters each at most."""
    texts = (path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
    joined = (" ".join(part.split())[:2000] for text in texts for part in re.split(r"\n\s*\n", text))
    return [part for part in joined if any(character.isdigit() for character in part) and len(part) > 40]


def annotated(nlp: spacy.Language, texts: list[str], language: str) -> list[Example]:
    """The texts with the grammar's spans as entities."""
    examples = []
    for text in texts:
        doc = nlp.make_doc(text)
        found = find_in(text, language)
        spans = [doc.char_span(r.where.start, r.where.end, r.kind, alignment_mode="expand") for r in found]
        doc.ents = filter_spans([span for span in spans if span])
        examples.append(Example(nlp.make_doc(text), doc))
    return examples


def train(nlp: spacy.Language, examples: list[Example], rounds: int) -> None:
    """Trains the pipeline's entity recognizer, with a fixed seed."""
    random.seed(0)
    spacy.util.fix_random_seed(0)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(rounds):
        random.shuffle(examples)
        for batch in minibatch(examples, 64):
            nlp.update(batch, sgd=optimizer, drop=0.1)


def compare(nlp: spacy.Language, examples: list[Example]) -> None:
    """Prints how often model and grammar agree, and what only the model finds."""
    both = grammar_only = model_only = 0
    added = []
    started = time.perf_counter()
    docs = list(nlp.pipe([example.reference.text for example in examples], batch_size=64))
    seconds = time.perf_counter() - started
    for doc, example in zip(docs, examples, strict=True):
        theirs = {(e.start_char, e.end_char, e.label_) for e in example.reference.ents}
        ours = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        both += len(theirs & ours)
        grammar_only += len(theirs - ours)
        model_only += len(ours - theirs)
        added += [f"{kind}: {doc.text[start:end]}" for start, end, kind in sorted(ours - theirs)]
    size = sum(len(doc.text) for doc in docs) / 1e6
    sys.stdout.write(
        f"both {both}, grammar only {grammar_only}, model only {model_only}; {size / seconds:.2f} MB/s\n"
    )
    sys.stdout.write("\n".join(added) + "\n")


def main() -> None:
    """Trains and compares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("training", type=Path)
    parser.add_argument("held_out", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--rounds", type=int, default=6)
    arguments = parser.parse_args()
    nlp = spacy.blank(arguments.language)
    nlp.tokenizer = pipeline(arguments.language).tokenizer  # symbols are single tokens: the model's best case
    nlp.vocab = nlp.tokenizer.vocab
    nlp.add_pipe("ner", config=_CONFIG)
    training = annotated(nlp, paragraphs(arguments.training), arguments.language)
    train(nlp, training, arguments.rounds)
    compare(nlp, annotated(nlp, paragraphs(arguments.held_out), arguments.language))


if __name__ == "__main__":
    main()
