"""Cross-references: decisions, resolutions, treaty articles, rules of procedure and documents, resolved.

>>> from undocparse.references import find_in
>>> [(r.kind, r.number, r.body) for r in find_in("General Assembly resolutions 60/251 and 65/281", "en")]
[('resolution', '60/251', 'A'), ('resolution', '65/281', 'A')]
"""

from undocparse.references.context import Findings, Meeting, Passage
from undocparse.references.find import find_in, find_references, read_references
from undocparse.references.pipelines import pipeline

__all__ = ["Findings", "Meeting", "Passage", "find_in", "find_references", "pipeline", "read_references"]
