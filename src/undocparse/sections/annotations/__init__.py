"""The annotations: paragraphs, documents, contacts and actions under each aligned heading."""

from undocparse.sections.annotations.around import Around, around_of
from undocparse.sections.annotations.read import behind_contents, read_annotations

__all__ = ["Around", "around_of", "behind_contents", "read_annotations"]
