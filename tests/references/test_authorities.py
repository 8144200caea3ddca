"""The data of bodies and instruments."""

from undocparse.languages.loader import LANGUAGES
from undocparse.references.authorities import bodies, instrument_of, instruments, path_of
from undocparse.references.notation import SHAPES


def test_every_body_is_named_or_belongs_to_a_treaty() -> None:
    for body in bodies().values():
        assert body.instrument in instruments() or all(body.names.get(language) for language in LANGUAGES), (
            body.key
        )


def test_every_instrument_is_named_in_both_languages_and_has_a_link() -> None:
    assert len(instruments()) >= 60
    for instrument in instruments().values():
        assert instrument.names["en"], instrument.key
        assert instrument.names["fr"], instrument.key
        assert str(instrument.link).startswith("https://"), instrument.key


def test_shapes_are_those_of_the_notation() -> None:
    known = {name for name, _ in SHAPES}
    assert all(body.shapes <= known for body in bodies().values())


def test_no_full_name_means_two() -> None:
    for language in LANGUAGES:
        names = [
            name
            for one in (*bodies().values(), *instruments().values())
            for name in one.names.get(language, ())
        ]
        assert len(names) == len(set(names))


def test_where_a_meeting_belongs() -> None:
    assert path_of("CTOC/COP/WG.2/2007/1") == ("CTOC/COP",)
    assert path_of("A/HRC/EMRIP/2025/1") == ("A/HRC", "A")
    assert path_of("UNEP/CBD/SBSTTA/18/1")[-1] == "UNEP/CBD/COP"
    assert instrument_of("UNEP/CBD/BS/COP-MOP/3/1") == "Cartagena"
    assert instrument_of("UNEP/CBD/COP/3/1") == "CBD"
