from __future__ import annotations

import pytest

from undocparse.layout.pages import Layout, Line, Page
from undocparse.model.header import Header
from undocparse.sections.document_type import document_type

CASES = [
    ("en", "Annotated provisional agenda and workplan for the annual session", "annotated_agenda"),
    ("en", "Provisional annotated agenda, timetable and organization of work", "annotated_agenda"),
    ("en", "Annotations to the provisional agenda", "annotated_agenda"),
    ("en", "Provisional agenda and annotations", "annotated_agenda"),
    ("en", "Adoption of the agenda: annotated provisional agenda", "annotated_agenda"),
    ("en", "Provisional agenda", "provisional_agenda"),
    ("en", "Draft agenda for the fifth meeting", "provisional_agenda"),
    ("en", "Agenda of the substantive session", "agenda"),
    ("en", "Preliminary list of items to be included in the provisional agenda", "preliminary_list"),
    ("en", "Draft programme of work", "organization_of_work"),
    ("en", "Organization of work of the Second Committee", "organization_of_work"),
    ("en", "Proposed organization of work and timetable", "organization_of_work"),
    ("en", "Progress towards the 2030 Agenda", "other"),
    ("en", "Agenda 21: a review", "other"),
    ("en", "An agenda for peace", "other"),
    ("en", "Report on the agenda of fountains", "other"),
    ("en", "Agenda item 12: fountains", "other"),
    ("en", "Proposed programme of work and budget for fountains", "other"),
    ("en", "Letter dated 3 March 2036 from the Secretary-General", "other"),
    ("en", "Review of activities pertaining to the work programme", "other"),
    ("fr", "Ordre du jour provisoire annoté et organisation des travaux", "annotated_agenda"),
    ("fr", "Ordre du jour annoté", "annotated_agenda"),
    ("fr", "Annotations à l’ordre du jour provisoire", "annotated_agenda"),
    ("fr", "ORDRE DU JOUR PROVISOIRE ANNOTE", "annotated_agenda"),
    ("fr", "Projet d’ordre du jour", "provisional_agenda"),
    ("fr", "Ordre du jour provisoire de la cinquième session", "provisional_agenda"),
    ("fr", "Ordre du jour de la session de fond", "agenda"),
    ("fr", "Liste préliminaire des questions à inscrire à l’ordre du jour provisoire", "preliminary_list"),
    ("fr", "Organisation des travaux de la Deuxième Commission", "organization_of_work"),
    ("fr", "Programme de travail provisoire", "organization_of_work"),
    ("fr", "ORDRE DU JOUR PROVISOIRE ANNOTE", "annotated_agenda"),
    ("fr", "Rapport sur l’ordre du jour", "other"),
    ("fr", "Lettre datée du 3 mars 2036", "other"),
]


def layout_of(*texts: str) -> Layout:
    return Layout("text", "text/plain", [Page(1, lines=[Line(n, 1, text) for n, text in enumerate(texts)])])


@pytest.mark.parametrize(("language", "title", "kind"), CASES, ids=[each[1] for each in CASES])
def test_title(language: str, title: str, kind: str) -> None:
    assert document_type(Header(title=title), layout_of(), language) == kind


@pytest.mark.parametrize("heading", ["Annotations", "II. ANNOTATIONS TO THE PROVISIONAL AGENDA"])
def test_heading_over_annotations_makes_an_annotated_agenda(heading: str) -> None:
    layout = layout_of("Provisional agenda", "1. Opening", heading, "1. Opening")
    assert document_type(Header(title="Provisional agenda"), layout, "en") == "annotated_agenda"
    assert document_type(Header(title="Fountains"), layout, "en") == "other"
    layout = layout_of("Provisional agenda", "1. Opening", "Annotated provisional agenda", "1. Opening")
    assert document_type(Header(title="Provisional agenda"), layout, "en") == "annotated_agenda"
    listed = layout_of("Provisional agenda", "1. Opening", "Annotated provisional agenda (KILN/C/1/Add.1)")
    assert document_type(Header(title="Provisional agenda"), listed, "en") == "provisional_agenda"


@pytest.mark.parametrize(
    ("symbol", "kind"),
    [
        ("A/80/50", "preliminary_list"),
        ("A/80/100", "annotated_agenda"),
        ("A/80/150", "provisional_agenda"),
        ("A/80/251", "agenda"),
        ("A/80/62", "other"),
        ("A/C.2/80/50", "other"),
        ("E/2025/100", "other"),
    ],
)
def test_assembly_numbers_decide_where_there_is_no_title(symbol: str, kind: str) -> None:
    assert document_type(Header(symbol=symbol), layout_of("…"), "en") == kind


def test_nothing_is_no_agenda() -> None:
    assert document_type(Header(), layout_of(), "en") == "other"
