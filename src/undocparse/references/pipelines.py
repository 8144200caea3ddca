"""Loads the built spaCy pipelines, when one is asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

_PACKAGE = Path(__file__).parent.parent


def models_folder() -> Path:
    """Where the built pipelines are: in the installed package, or at the root of a checkout."""
    packed = _PACKAGE / "models"
    return packed if packed.is_dir() else _PACKAGE.parent.parent / "models"


@cache
def pipeline(language: str) -> Language:
    """The built pipeline of a language: tokens, sentences, `doc.spans["un"]`.

    Args:
        language: BCP 47 primary subtag.

    Raises:
        ImportError: spaCy is not installed.
        KeyError: no pipeline was built for the language.
    """
    import spacy  # noqa: PLC0415 - optional

    from undocparse.references import spacy_component  # noqa: F401, PLC0415 - registers the factories

    folder = models_folder() / language
    if not (folder / "meta.json").is_file():
        raise KeyError(language)
    return spacy.load(folder)
