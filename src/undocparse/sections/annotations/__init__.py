"""The annotations: paragraphs, documents, contacts and actions under each aligned heading."""

from undocparse.sections.annotations.read import read_annotations

__all__ = ["read_annotations"]
