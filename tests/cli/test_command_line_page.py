"""Every command of docs/command-line.md is run, and does what the page says of it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from undocparse.cli import main
from undocparse.exports.formats import FORMATS

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")
COMMANDS = re.findall(r"^    undocparse (.*)$", PAGE, re.MULTILINE)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that has the fixtures."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_page_run(command: str, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = shlex.split(command)
    assert main(arguments) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert bool(printed.out) == ("-o" not in arguments)
    if "-o" in arguments:
        assert (place / arguments[arguments.index("-o") + 1]).exists()


def test_a_third_of_the_json_or_more_is_geometry(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = []
    for option in ([], ["--no-boxes"]):
        assert main(["parse", "fixtures/docs/bridges.fr.pdf", "--format", "jsonl", *option]) == 0
        sizes.append(len(json.dumps(json.loads(capsys.readouterr().out))))
    assert 0.4 < sizes[1] / sizes[0] < 0.75


def test_the_page_of_exports_has_the_formats_of_the_registry() -> None:
    page = (ROOT / "docs" / "exports.md").read_text("utf-8")
    told = re.findall(r"^\| `(\w+)` \| `(\.\w+)` \| (.+?) \| (?:`(\w+)` )?\|$", page, re.MULTILINE)
    assert {(each.name, each.suffix, each.help, each.extra) for each in FORMATS.values()} <= set(told)
