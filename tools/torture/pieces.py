"""What mutants are made of, from `pieces.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

PIECES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("pieces.toml").read_text("utf-8"))
BYTES: list[bytes] = [token.encode("latin-1") for token in PIECES["bytes"]["tokens"]]
MARKED: dict[str, list[str]] = PIECES["marked"]
WORD: dict[str, list[Any]] = PIECES["word"]
PDF: dict[str, list[bytes]] = {
    name: [each.encode() for each in found] for name, found in PIECES["pdf"].items()
}
LONG = (20, 400, 4_301, 6_000)
"""Digits of a long number; Python refuses to read more than 4,300."""
