"""The code of the documentation runs, page by page; the notebook is the page that it is made of."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tools.make_notebook import NOTEBOOK, PAGE, notebook

ROOT = Path(__file__).parent.parent
PAGES = ("index.md", "index.fr.md", "analysis.md", "compare.md", "feeding.md")


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that has the fixtures and may be written to."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", PAGES)
def test_code_of_a_page_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / page).read_text("utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, page, "exec"), {"__name__": "__main__"})
        assert capsys.readouterr().out.strip()


def test_cells_of_the_notebook_run_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    cells = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    names: dict[str, object] = {}
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    for cell in code:
        exec(compile(cell, NOTEBOOK.name, "exec"), names)
    assert len(code) == 10
    assert "2016-11-21 10:00:00+01:00" in capsys.readouterr().out


def test_the_notebook_is_made_of_the_page() -> None:
    assert NOTEBOOK.read_text("utf-8") == notebook(PAGE.read_text("utf-8"))
