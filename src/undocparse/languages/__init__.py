"""Languages as data: one TOML file each, and the code that reads dates and numbers by them."""

from undocparse.languages.loader import FALLBACK, LANGUAGES, words

__all__ = ["FALLBACK", "LANGUAGES", "words"]
