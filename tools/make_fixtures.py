"""Makes `fixtures/docs`, `fixtures/gold` and `fixtures/bad` from `fixtures/sources`.

python tools/make_fixtures.py [--into FOLDER] [NAME...]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from typesetting.bad import make_bad
from typesetting.docx_body import set_docx
from typesetting.gold import gold_of
from typesetting.markdown import set_markdown
from typesetting.pdf_strips import set_pdf
from typesetting.source import Source, read_source
from typesetting.text import set_text

FIXTURES = Path(__file__).parent.parent / "fixtures"
SETTERS = {"pdf": set_pdf, "docx": set_docx, "txt": set_text, "md": set_markdown}


def make(source: Source, into: Path) -> None:
    """Write every format of one document, and its expected JSON."""
    files = []
    for ending in source.settings["formats"]:
        path = into / "docs" / f"{source.name}.{ending}"
        SETTERS[ending](source, path)
        files.append(path.name)
    text = json.dumps(gold_of(source, files), ensure_ascii=False, indent=1) + "\n"
    (into / "gold" / f"{source.name}.gold.json").write_text(text, "utf-8")


def main() -> int:
    """Make all, or the named ones."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="sources without folder and ending; all where none is given")
    parser.add_argument("--into", type=Path, default=FIXTURES)
    given = parser.parse_args()
    for folder in ("docs", "gold", "bad"):
        (given.into / folder).mkdir(parents=True, exist_ok=True)
    for path in sorted((FIXTURES / "sources").glob("*.src")):
        if not given.names or path.name.removesuffix(".src") in given.names:
            make(read_source(path), given.into)
    make_bad(given.into / "bad", given.into / "docs" / "pollinators.en.pdf")
    return 0


if __name__ == "__main__":
    sys.exit(main())
