"""Versions of a document, languages or formats: aligned, compared, and written as a translation memory."""

from undocparse.compare.align import align
from undocparse.compare.differences import differences
from undocparse.compare.report import run_compare
from undocparse.compare.result import Alignment, Difference, Row
from undocparse.compare.tmx import to_tmx

__all__ = ["Alignment", "Difference", "Row", "align", "differences", "run_compare", "to_tmx"]
