"""The program as a whole: version, help, hints at what was perhaps meant, completion."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from undocparse.cli import main
from undocparse.cli.commands import program
from undocparse.exports.formats import FORMATS


def _printed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    return capsys.readouterr().out


def _refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def _arguments(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _arguments(command)
        else:
            yield parser.prog, action


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert _printed(["--version"], capsys) == f"undocparse {version('undocparse')}\n"


def test_python_m_runs_it() -> None:
    command = [sys.executable, "-m", "undocparse", "--help"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("usage: undocparse ")


def test_every_argument_is_explained() -> None:
    assert [(prog, action.dest) for prog, action in _arguments(program()) if not action.help] == []


def test_every_command_has_a_description(capsys: pytest.CaptureFixture[str]) -> None:
    commands = next(one for one in program()._actions if isinstance(one, argparse._SubParsersAction))
    assert [name for name, command in commands.choices.items() if not command.description] == []
    assert "United Nations" in _printed(["--help"], capsys)


def test_formats_are_told_as_the_registry_has_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")
    told = _printed(["parse", "--help"], capsys)
    for each in FORMATS.values():
        assert f"{each.name} ({each.help}" in told
    assert "the timetable as a calendar, needs the extra calendar" in told


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["pars", "a.pdf"], "parse"),
        (["parse", "--fromat", "text", "a.pdf"], "--format"),
        (["parse", "--outptu=b.json", "a.pdf"], "--output"),
        (["parse", "--format", "jsn", "a.pdf"], "json"),
        (["batch", "a", "--out", "b", "--retry-faild"], "--retry-failed"),
        (["completion", "bsh"], "bash"),
    ],
)
def test_the_nearest_word_is_named(
    arguments: list[str], meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _refused(arguments, capsys).endswith(f"; did you mean {meant}?\n")


def test_nothing_is_named_where_nothing_is_near(capsys: pytest.CaptureFixture[str]) -> None:
    assert "mean" not in _refused(["parse", "--xylophone", "a.pdf"], capsys)


def test_a_file_without_a_command_is_one_to_parse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "agenda.pdf"
    path.touch()
    assert f"did you mean undocparse parse {path}?" in _refused([str(path)], capsys)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "script"
    script.write_text(_completed(shell, capsys), "utf-8")
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    subprocess.run([shell, "-n", script], check=True)


def _completed(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(word in script for word in ("parse", "format", "markdown"))
    return script


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["pa"], {"parse"}),
        (["parse", "--for"], {"--format"}),
        (["parse", "--format", "mark"], {"markdown"}),
        (["batch", "--retry"], {"--retry-failed"}),
        (["completion", "z"], {"zsh"}),
        (["parse", "agen"], {"agenda.pdf"}),
    ],
)
def test_bash_completes(
    typed: list[str], offered: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agenda.pdf").touch()
    words = " ".join(["undocparse", *typed])
    asked = (
        f"{_completed('bash', capsys)}\n"
        f"COMP_WORDS=({words}); COMP_CWORD={len(typed)}; COMP_LINE='{words}'; COMP_POINT=${{#COMP_LINE}}\n"
        f"_shtab_undocparse undocparse '{typed[-1]}' ''\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    found = subprocess.run(
        ["bash", "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.split()
    assert set(found) == offered
