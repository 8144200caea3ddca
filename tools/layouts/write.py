"""Writes a drawn document with its expected result and its axes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .axes import Spec
from .compose import compose
from .elements import Doc
from .set_docx import set_docx, set_office_pdf
from .set_pdf import set_pdf
from .set_text import set_html, set_text

SETTERS = {"pdf": set_pdf, "docx": set_docx, "html": set_html, "txt": set_text, "office": set_office_pdf}
ENDING = {"office": "pdf"}


def set_document(spec: Spec, doc: Doc) -> tuple[str, bytes]:
    """File name and content in the drawn format."""
    name = spec["format"]
    return f"{spec.name}.{spec['language']}.{ENDING.get(name, name)}", SETTERS[name](doc)


def write(spec: Spec, folder: Path, *, every: bool = False) -> None:
    """The document, `.gold.json` and `.axes.json`; `every` writes all formats."""
    folder.mkdir(parents=True, exist_ok=True)
    doc, gold = compose(spec)
    name, content = set_document(spec, doc)
    (folder / name).write_bytes(content)
    gold["file"] = name
    if every:
        stem = name.rsplit(".", 1)[0]
        for ending in ("pdf", "docx", "html", "txt"):
            (folder / f"{stem}.{ending}").write_bytes(SETTERS[ending](doc))
        gold["files"] = [f"{stem}.{ending}" for ending in ("pdf", "docx", "html", "txt")]
    _dump(folder / f"{spec.name}.gold.json", gold)
    _dump(folder / f"{spec.name}.axes.json", spec.values)


def _dump(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
