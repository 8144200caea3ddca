"""The program speaks the language of the locale, and its catalogue is whole."""

from __future__ import annotations

import argparse
import gettext
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import undocparse
from undocparse import words
from undocparse.cli import main

SOURCE = Path(undocparse.__file__).parent
CATALOGUE = Path(words.__file__).parent / "fr" / "LC_MESSAGES"
FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
_SPEAKS = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_PROGRAMMERS = (  # what argparse says to whoever writes the program, never to whoever runs it
    *(".__call__()", "conflicting", "'required'", "invalid option string", "dest=", "invalid conflict"),
    *("mutually", "cannot ", "unexpected option", "%r is not callable", "unknown parser", "can't open"),
    *(
        'argument "-"',
        "deprecated",
        "option '%",
        "command '%",
        "argument '%",
        "%(prog)s: warning",
        "invalid choice: %(value)r, m",
    ),
)


@pytest.fixture(autouse=True)
def _no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _SPEAKS:
        monkeypatch.delenv(name, raising=False)


def _help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("environment", "french"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LC_MESSAGES": "fr_CA", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "fr_CH.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, True),
        ({"LC_ALL": "C", "LANG": "fr_FR.UTF-8"}, False),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, False),
        ({"LANG": "de_DE.UTF-8"}, False),
        ({}, False),
    ],
)
def test_the_locale_tells_the_language(
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    french: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert _help(capsys).startswith("usage : " if french else "usage: ")


@pytest.fixture
def _french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")


@pytest.mark.usefixtures("_french")
def test_help_is_french_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ([], ["parse"], ["refs"], ["batch"], ["compare"], ["schema"], ["completion"]):
        told = {word.strip(string.punctuation) for word in _help(capsys, *command).split()}
        assert not told & {"the", "and", "of", "is", "file", "files", "read", "show", "with"}


@pytest.mark.usefixtures("_french")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["pars"], "choix inconnu : 'pars'"),
        (["pars"], "vouliez-vous dire parse ?"),
        (["parse", "--fromat"], "arguments inconnus : --fromat ; vouliez-vous dire --format ?"),
        (["batch", "x"], "arguments manquants : --out"),
        (["batch", "x", "--out", "y", "--jobs", "0"], "il faut un nombre à partir de 1, et non '0'"),
        (["parse", "--format"], "une valeur est attendue"),
        (["parse"], "nommez un fichier"),
    ],
)
def test_mistakes_are_told_in_french(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.usefixtures("_french")
def test_errors_of_files_are_french(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "none.pdf", str(FIXTURES / "bad" / "empty.pdf"), str(tmp_path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "undocparse: none.pdf: ce fichier n’existe pas ; vérifiez le chemin"
    assert "le fichier est vide" in told[1]
    assert f"employez `undocparse batch {tmp_path} --out DOSSIER`" in told[2]


@pytest.mark.usefixtures("_french")
def test_heads_of_tables_are_french_and_json_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    file = str(FIXTURES / "docs" / "calendar.fr.txt")
    assert main(["refs", file, "--format", "table"]) == 0
    assert "numéro" in capsys.readouterr().out
    assert main(["batch", file, str(FIXTURES / "bad" / "empty.pdf"), "--out", str(tmp_path / "o")]) == 1
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("lus auparavant", "en échec", "Non lus", "motif"))
    assert main(["refs", file, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("source,kind,number")


@pytest.mark.usefixtures("_french")
def test_the_library_goes_on_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    _help(capsys)
    assert words._("the file is empty") == "the file is empty"
    assert argparse.ArgumentParser(prog="x").format_help().startswith("usage: ")
    assert gettext.textdomain() != words.DOMAIN


def _messages() -> Iterator[str]:
    """All texts that the program may say."""
    modules = [file for file in SOURCE.rglob("*.py") if "undocparse.words import" in file.read_text("utf-8")]
    keywords = {"_": None, "many": (1, 2), "gettext": None, "ngettext": (1, 2)}
    for file in (*modules, Path(argparse.__file__)):
        for _line, message, _comments, _context in extract_from_file("python", file, keywords=keywords):
            yield message if isinstance(message, str) else message[0]


def _catalogue() -> Catalog:
    with (CATALOGUE / "undocparse.po").open("rb") as file:
        return read_po(file, locale="fr")


def test_the_catalogue_has_all_that_is_said() -> None:
    known = _catalogue()
    said = {message for message in _messages() if not message.startswith(_PROGRAMMERS)}
    assert {message for message in said if message not in known or not known[message].string} == set()


def test_translations_have_the_same_blanks_to_fill() -> None:
    assert [(message.id, faults) for message, faults in _catalogue().check()] == []


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with (CATALOGUE / "undocparse.mo").open("rb") as file:
        compiled = _contents(read_mo(file))
    assert compiled == _contents(_catalogue())


def _contents(catalogue: Catalog) -> list[tuple[list[str], list[str]]]:
    """Texts and translations, each with its plural where it has one."""
    pairs = [(message.id, message.string) for message in catalogue if message.id]
    return sorted(tuple([each] if isinstance(each, str) else list(each) for each in pair) for pair in pairs)
