"""Builds the spaCy pipelines in `models/`: `python -m undocparse.references.build_models [FOLDER]`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocparse.languages.loader import LANGUAGES
from undocparse.references.pipelines import models_folder
from undocparse.references.vocabulary import reference_words

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "1.0.0"
"""Of the pipelines; raise it with their content."""

# What spaCy's affix rules would tear: "CTOC/COP/WG.2/2007/1", "60/251", "1/CP.21", "S-8/1".
_ONE_TOKEN = (
    r"(?:\[?[A-Z][A-Za-z&.()\d-]*\]?(?:/[A-Za-z\d][A-Za-z&.()\d-]*)*/(?:[A-Za-z&-]+\.)?\d+(?:\(\d+\))?"
    r"|\d{1,4}/(?:[A-Z]{2,5}\.)?\d{1,4}|[A-Z]{1,5}-?[IVXLC\d]*/\d{1,3}|[IVXLC]+/\d{1,3})\Z"
)
_LABELS = [*"abcdefghij", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]


def build(language: str) -> Language:
    """The pipeline of a language: tokenizer exceptions, sentences, references.

    Args:
        language: BCP 47 primary subtag; one of `LANGUAGES`.
    """
    import spacy  # noqa: PLC0415 - optional

    from undocparse.references import spacy_component  # noqa: F401, PLC0415 - registers the factories

    nlp = spacy.blank(language, meta={"name": "un_references", "version": VERSION})
    _keep_whole(nlp, language)
    nlp.add_pipe("un_sentences")
    nlp.add_pipe("un_references")
    return nlp


def _keep_whole(nlp: Language, language: str) -> None:
    """Tokenizer exceptions: abbreviations keep their stop, labels their bracket, symbols stay whole."""
    tokenizer: Any = nlp.tokenizer
    if not hasattr(tokenizer, "add_special_case"):  # Chinese is parted sign by sign, without exceptions
        return
    for word in sorted(reference_words(language).abbreviations):
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
    for label in _LABELS:
        tokenizer.add_special_case(f"{label})", [{"ORTH": f"{label})"}])
    before = getattr(getattr(tokenizer.token_match, "__self__", None), "pattern", "")
    # the language's own exceptions (French: "rendez-vous") ignore case; ours must not
    theirs = re.sub(r"^\(\?[a-z]+\)", "", before)
    tokenizer.token_match = re.compile(f"(?i:{theirs})|{_ONE_TOKEN}" if theirs else _ONE_TOKEN).match


def main(arguments: list[str]) -> None:
    """Builds every language's pipeline into a folder, `models/` of the project by default."""
    folder = Path(arguments[0]) if arguments else models_folder()
    for language in LANGUAGES:
        target = folder / language
        build(language).to_disk(target)
        size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
        sys.stdout.write(f"{target}: {size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
