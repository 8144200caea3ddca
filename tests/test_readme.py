"""Everything in the README is run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from undocparse.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that has some of the fixtures and may be written to."""
    (tmp_path / "fixtures" / "docs").mkdir(parents=True)
    (tmp_path / "fixtures" / "bad").symlink_to(ROOT / "fixtures" / "bad")
    for name in ("bridges.fr.pdf", "bridges.fr.docx", "lanterns.en.txt", "lanterns.fr.pdf"):
        (tmp_path / "fixtures" / "docs" / name).symlink_to(ROOT / "fixtures" / "docs" / name)
    return tmp_path


@pytest.mark.parametrize("code", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python_of_the_readme_runs(
    code: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    exec(compile(code, "README.md", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("command", re.findall(r"^    undocparse (.*)$", README, re.MULTILINE))
def test_commands_of_the_readme_run(
    command: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(place)
    assert main(shlex.split(command)) == 0
    written = command.partition(" -o ")[2].split()
    assert (place / written[0]).exists() if written else capsys.readouterr().out.strip()
