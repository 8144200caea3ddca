"""The spaCy component and the built pipelines."""

from importlib.metadata import entry_points

import pytest

from undocparse.languages.loader import LANGUAGES
from undocparse.references.pipelines import models_folder, pipeline

spacy = pytest.importorskip("spacy")
from undocparse.references import spacy_component  # noqa: E402, F401


def test_component_in_a_blank_pipeline() -> None:
    nlp = spacy.blank("fr")
    nlp.add_pipe("un_references", config={"symbol": "CAC/COSP/2013/1"})
    doc = nlp("la décision 4/1 de la Conférence et les articles 15 et 16 de la Convention")
    assert [(s.text, s.label_, s._.un_number, s._.un_body) for s in doc.spans["un"]] == [
        ("décision 4/1", "decision", "4/1", "CAC/COSP"),
        ("articles 15", "article", "15", "UNCAC"),
        ("16", "article", "16", "UNCAC"),
    ]
    assert doc._.un_references[0]["number"] == "4/1"


@pytest.mark.parametrize("component", ["un_references", "un_sentences"])
def test_a_language_without_words_is_told(component: str) -> None:
    with pytest.warns(UserWarning, match=r"no words of 'de' are known; texts are read with those of 'en'"):
        spacy.blank("de").add_pipe(component)


def test_spans_survive_serialization() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("un_references")
    doc = nlp("paragraphs 8 and 9 of resolution 1952 (2010)")
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [s._.un_pinpoint for s in again.spans["un"]] == ["8", "9"]


def test_displacy_shows_them() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("un_references")
    html = spacy.displacy.render(
        nlp("see A/80/150"), style="span", options={"spans_key": "un"}, jupyter=False
    )
    assert "document" in html


def test_found_by_entry_point() -> None:
    names = {entry.name for entry in entry_points(group="spacy_factories")}
    if "un_references" not in names:
        pytest.skip("installed before the entry points were declared")
    assert {"un_references", "un_sentences"} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_built_pipeline_is_there_small_and_not_stale(language: str) -> None:
    nlp = pipeline(language)  # raises where it was built from other data
    assert nlp.pipe_names == ["un_sentences", "un_references"]
    files = [file for file in (models_folder() / language).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 5_000_000


def test_tokens_and_sentences_of_the_built_pipeline() -> None:
    doc = pipeline("fr")("Voir par. 3 a) de l’art. 32, selon M. Blanc (CTOC/COP/WG.2/2007/2). La suite.")
    tokens = [token.text for token in doc]
    assert {"par.", "a)", "art.", "M.", "CTOC/COP/WG.2/2007/2"} <= set(tokens)
    assert len(list(doc.sents)) == 2


def test_no_pipeline_for_a_language_without_data() -> None:
    with pytest.raises(KeyError):
        pipeline("xx")
