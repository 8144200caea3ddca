"""Scripts of users pass a strict type checker: what README shows, and what people write first."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SCRIPT = """
import datetime

import undocparse

document = undocparse.parse("agenda.pdf")
day: datetime.date | None = document.header.day
for item in document.agenda:
    print(item.key, item.level, item.parent_key)
print(document.agenda["1.a"].title, document.agenda[0].title, len(document.agenda[1:]))
view = document.item("1.a")
print([paragraph.text for paragraph in view.paragraphs], view.parent and view.parent.title)
for sitting in document.timetable:
    if sitting.start and sitting.duration:
        print(sitting.start.isoformat(), sitting.duration.total_seconds())
for chunk in document.chunks():
    print(chunk.id, chunk.items, chunk.pages, chunk.text)
print(document.save("agenda.md").name, document.to_dict()["header"], document.text)
archive = undocparse.open_archive("results")
print(archive.documents.collect().height, archive.sql("SELECT 1").height)
"""
WRONG = """
import undocparse

print(undocparse.parse("agenda.pdf").item("1.a").annotation.paragraphs)
print(undocparse.open_archive("results").documets)
"""


def _faults(folder: Path) -> list[str]:
    """What the checker says, as `file: rule`."""
    settings = {"typeCheckingMode": "strict", "extraPaths": [str(ROOT / "src")]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--pythonpath", sys.executable, "--outputjson"]
    found = subprocess.run([*command, "."], cwd=folder, capture_output=True, text=True, check=False)
    said = json.loads(found.stdout)["generalDiagnostics"]
    return [f"{Path(one['file']).name}: {one.get('rule')}" for one in said]


def test_scripts_of_users_pass_and_slips_do_not(tmp_path: Path) -> None:
    pytest.importorskip("basedpyright")
    shown = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    for number, text in enumerate((SCRIPT, *shown)):
        (tmp_path / f"user{number}.py").write_text(text, "utf-8")
    (tmp_path / "wrong.py").write_text(WRONG, "utf-8")
    faults = set(_faults(tmp_path))
    assert {name.partition(":")[0] for name in faults} == {"wrong.py"}
    assert {"wrong.py: reportAttributeAccessIssue", "wrong.py: reportOptionalMemberAccess"} <= faults
