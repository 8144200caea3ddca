"""The drawn lines of a PDF page: rules of tables, and the one above footnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from undocparse.layout.pages import Ruling
from undocparse.readers.pdf_engine import guarded
from undocparse.readers.pdf_frame import Frame

_THIN = 2.5  # points; a filled rectangle thinner than this is how Word draws a border
_SHORT = 8.0  # points; shorter strokes are parts of letters, boxes to tick, or dots


class DrawnLines(Sequence[Ruling]):
    """The rulings of a page, taken from the engine when they are first asked for.

    Most pages have neither table nor footnote, and nobody asks.

    Args:
        paths: gives the page's paths; whatever it raises means that there are none to be had.
        frame: how the page is held.
    """

    def __init__(self, paths: Callable[[], Iterable[dict[str, Any]]], frame: Frame) -> None:
        self._paths: Callable[[], Iterable[dict[str, Any]]] | None = paths
        self._frame = frame
        self._found: list[Ruling] = []

    @overload
    def __getitem__(self, place: int) -> Ruling: ...
    @overload
    def __getitem__(self, place: slice) -> list[Ruling]: ...
    def __getitem__(self, place: int | slice) -> Ruling | list[Ruling]:
        return self._read()[place]

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[Ruling]:
        return iter(self._read())

    def __reduce__(self) -> tuple[type[list[Ruling]], tuple[list[Ruling]]]:
        return list, (self._read(),)

    def _read(self) -> list[Ruling]:
        paths, self._paths = self._paths, None
        if paths is not None:
            try:
                with guarded():
                    self._found = list(_rulings(paths(), self._frame))
            except Exception:  # the engine's errors have no common base; text without rules is still text
                self._found = []
        return self._found


def _rulings(paths: Iterable[dict[str, Any]], frame: Frame) -> Iterator[Ruling]:
    for path in paths:
        x0, top, x1, bottom = frame.box(*path["bbox"])
        if min(x1 - x0, bottom - top) <= _THIN:
            if max(x1 - x0, bottom - top) >= _SHORT:
                yield Ruling(x0, top, x1, bottom)
        elif path.get("stroke_color") is not None and path.get("operations_count", 0) <= 5:
            yield from _edges(x0, top, x1, bottom)


def _edges(x0: float, top: float, x1: float, bottom: float) -> Iterator[Ruling]:
    yield Ruling(x0, top, x1, top)
    yield Ruling(x0, bottom, x1, bottom)
    yield Ruling(x0, top, x0, bottom)
    yield Ruling(x1, top, x1, bottom)
