"""The reference grammar as a spaCy component, for any pipeline.

    nlp = spacy.blank("fr")
    nlp.add_pipe("un_references", config={"symbol": "CTOC/COP/WG.2/2007/1"})
    for span in nlp(text).spans["un"]:
        print(span.text, span.label_, span._.un_number, span._.un_body)

spaCy finds both components by entry point; nothing of this package need be imported.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any
from warnings import warn

from spacy.language import Language
from spacy.tokens import Doc, Span

from undocparse.languages.loader import FALLBACK, LANGUAGES
from undocparse.references.authorities import bodies, instruments
from undocparse.references.context import Meeting, Passage
from undocparse.references.find import find_references
from undocparse.references.sentences import sentence_starts
from undocparse.references.vocabulary import reference_words

FACTS = ("kind", "number", "body", "pinpoint", "via", "uri", "title", "session", "date")
"""What each span carries as extension: `span._.un_number` and so on."""

_STORE = "un_references"


@Language.factory(
    "un_references",
    default_config={"symbol": None, "organ": None, "body": None, "title": None, "spans_key": "un"},
    assigns=["doc.spans"],
)
def make_references(  # noqa: PLR0913, PLR0917 - spaCy passes the configuration by name
    nlp: Language,
    name: str,
    symbol: str | None,
    organ: str | None,
    body: str | None,
    title: str | None,
    spans_key: str,
) -> ReferenceComponent:
    """Makes the component.

    Args:
        nlp: the pipeline; its language is the texts'.
        name: of the component in the pipeline.
        symbol: of the document that the texts come from, where there is one: whose "its decision" is.
        organ: from the document's masthead.
        body: from the document's masthead.
        title: of the document.
        spans_key: where in `doc.spans` the references go.
    """
    return ReferenceComponent(Meeting(_known(nlp.lang), symbol, organ, body, title), spans_key)


def _known(language: str | None) -> str:
    """The language, or the one whose words are read in its place, with a warning."""
    if language in LANGUAGES:
        return language
    if language:
        message = f"no words of {language!r} are known; texts are read with those of {FALLBACK!r}"
        warn(message, UserWarning, stacklevel=3)
    return FALLBACK


class ReferenceComponent:
    """Puts a document's references into `doc.spans`; one text is one passage."""

    def __init__(self, meeting: Meeting, spans_key: str = "un") -> None:
        self.meeting = meeting
        self.spans_key = spans_key
        _register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Finds the references; a span that ends inside a token is widened to it."""
        references = find_references([Passage(doc.text, "text")], self.meeting)
        doc.user_data[_STORE] = [reference.model_dump(mode="json") for reference in references]
        spans = []
        for index, reference in enumerate(references):
            start, end = reference.where.start or 0, reference.where.end or 0
            span = doc.char_span(
                start,
                end,
                reference.kind,
                kb_id=reference.number or "",
                alignment_mode="expand",
                span_id=str(index),
            )
            if span is not None:
                spans.append(span)
        doc.spans[self.spans_key] = spans
        return doc

    def to_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> None:
        """Writes whose document it is, and the data that the grammar works with."""
        path.mkdir(parents=True, exist_ok=True)
        content = {"meeting": asdict(self.meeting), "data": grammar_data(self.meeting.language)}
        (path / "grammar.json").write_text(json.dumps(content, ensure_ascii=False, sort_keys=True), "utf-8")

    def from_disk(self, path: Path, *, exclude: tuple[str, ...] = ()) -> ReferenceComponent:
        """Reads what `to_disk` wrote.

        Raises:
            ValueError: the pipeline was built from other data than this library has; build it again.
        """
        content = json.loads((Path(path) / "grammar.json").read_text("utf-8"))
        if content["data"] != grammar_data(self.meeting.language):
            raise ValueError(
                f"{path}: built from other data; run python -m undocparse.references.build_models"
            )
        self.meeting = Meeting(**content["meeting"])
        return self


def grammar_data(language: str) -> dict[str, Any]:
    """Everything that the grammar knows of a language, as plain JSON values."""
    table = reference_words(language)
    data = {
        "words": {
            name: sorted(value) if isinstance(value, list) else value
            for name, value in table.model_dump(mode="json").items()
        },
        "bodies": [_ordered(body.model_dump(mode="json")) for body in bodies().values()],
        "instruments": [_ordered(one.model_dump(mode="json")) for one in instruments().values()],
    }
    plain: dict[str, Any] = json.loads(json.dumps(data))
    return plain


def _ordered(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"shapes": sorted(row["shapes"])} if "shapes" in row else row


@Language.factory("un_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> SentenceComponent:
    """Makes a sentence splitter that does not break behind "para.", "art.", "M." and the like."""
    return SentenceComponent(_known(nlp.lang))


class SentenceComponent:
    """Marks where sentences begin."""

    def __init__(self, language: str) -> None:
        self.abbreviations = reference_words(language).abbreviations

    def __call__(self, doc: Doc) -> Doc:
        """Sets `is_sent_start` of every token."""
        starts = set(sentence_starts(doc.text, self.abbreviations))
        for token in doc:
            token.is_sent_start = token.idx in starts
        return doc


def _register_extensions() -> None:
    for fact in FACTS:
        if not Span.has_extension(f"un_{fact}"):
            Span.set_extension(f"un_{fact}", getter=partial(_fact, fact=fact))
    if not Doc.has_extension("un_references"):
        Doc.set_extension("un_references", getter=lambda doc: doc.user_data.get(_STORE, []))


def _fact(span: Span, fact: str) -> Any:
    stored = span.doc.user_data.get(_STORE, [])
    return stored[int(span.id_)].get(fact) if span.id_.isdigit() and int(span.id_) < len(stored) else None
