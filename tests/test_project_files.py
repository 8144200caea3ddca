"""What the project says of itself in more than one place is the same in all of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import undocparse

ROOT = Path(__file__).parent.parent


def test_the_citation_names_this_version() -> None:
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert cited is not None
    assert cited[1] == undocparse.__version__


def test_the_extra_all_brings_every_extra_of_users() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = re.findall(r"[\w-]+", " ".join(extras.pop("all")).partition("[")[2])
    assert sorted(named) == sorted(set(extras) - {"dev", "docs"})
