"""The document as one HTML page that needs no network and runs no script."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from undocparse.exports.plain import one_line
from undocparse.extras import need
from undocparse.model.document import Document
from undocparse.model.item_view import ItemView


def to_html(document: Document) -> str:
    """Masthead, agenda with annotations, timetable, references, diagnostics, and what no part has.

    All texts are escaped, and the page's policy forbids scripts and requests, whatever a document holds.

    Raises:
        MissingExtraError: the extra `view` is not installed.
    """
    views = [ItemView(document, item) for item in document.agenda.walk()]
    keys = {view.key for view in views}
    introductions = [each for each in document.annotations if keys.isdisjoint(each.items[:1])]
    return str(_template().render(document=document, views=views, introductions=introductions))


@cache
def _template() -> Any:
    jinja2 = need("jinja2", "view")
    environment = jinja2.Environment(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
        undefined=jinja2.StrictUndefined,
    )
    return environment.from_string((files(__package__) / "document.html.jinja").read_text("utf-8"))


def _shown(value: Any) -> Any:
    """A value as the page has it: nothing for null, and no character that HTML cannot hold."""
    if value is None:
        return ""
    return one_line(value) if type(value) is str else value
