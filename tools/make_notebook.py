"""Writes examples/ten-things.ipynb from docs/ten-things.md: text and code, cell by cell, without output."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "ten-things.md"
NOTEBOOK = ROOT / "examples" / "ten-things.ipynb"
_CODE = re.compile(r"```python\n(.*?)```\n", re.DOTALL)


def notebook(page: str) -> str:
    """The page as a notebook (nbformat 4.5)."""
    parts = _CODE.split(page)  # text and code in turns
    cells = [_cell(number, text.strip()) for number, text in enumerate(parts) if text.strip()]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    whole = {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"


def _cell(number: int, text: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"id": f"cell-{number}", "metadata": {}, "source": text.splitlines(keepends=True)}
    if number % 2 == 0:
        return {"cell_type": "markdown", **cell}
    return {"cell_type": "code", **cell, "execution_count": None, "outputs": []}


if __name__ == "__main__":
    NOTEBOOK.write_text(notebook(PAGE.read_text("utf-8")), "utf-8")
