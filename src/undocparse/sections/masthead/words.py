"""What a language's data file says of mastheads."""

from __future__ import annotations

from undocparse.model.place import Model


class MastheadWords(Model):
    """What a language prints in mastheads.

    Attributes:
        name: the name of the United Nations.
        organs: names that stand in the masthead's large type.
        bodies: bodies often named below it; a name that is one letter off in a poor text layer is mended.
        body_nouns: how names of bodies begin.
        not_body: how lines begin that stand among the bodies and name none ("Convened under").
        distribution_label: what stands before the distribution.
        distributions: what it may be, by the model's word for it.
        original: what stands before the original languages.
        only: the word after languages that are the only ones ("English only").
        and_: what joins two of them.
        languages: names of languages, by BCP 47 subtag.
        actions: what is expected of the reader ("For decision").
        session: the word for a session.
        year: the word for a year, by which the Security Council counts ("Eightieth year").
        meeting: the word for a meeting, which some conferences use in its place.
        item: the words before item numbers.
        item_tail: how what follows them begins ("of the").
        nowhere: what stands in the place of a city, and is none.
        held: words before a city.
        date_label: what may stand before the date of submission.
        conferences: how names of conferences begin; these are bodies where no organ is printed.
        convening: how a line begins that says where and when a session opens ("To convene at").
        undated: what stands in the place of days that are not fixed yet ("dates to be determined").
        cities: where the United Nations has its seats: a line that has such a name alone says where.
        parts: what brackets after a symbol may begin or end with ("Part").
        letters: how titles of letters begin.
        author_kinds: what a document is, in the line that names its author ("Note").
        author_links: what joins that and the author ("by").
        author_ends: what follows the sponsors ("draft resolution").
        author_starts: how other lines of authors begin ("Rapporteur:").
        authors: lines of authors that are the same everywhere.
        changes: what a document is to another ("Addendum").
        adopted: how a line begins that says who adopted the document ("Adopted by").
        ends: headings that the masthead is over before.
        cover: how lines of a cover begin that are neither body nor title.
    """

    name: tuple[str, ...]
    organs: tuple[str, ...]
    bodies: tuple[str, ...]
    body_nouns: tuple[str, ...]
    not_body: tuple[str, ...]
    distribution_label: tuple[str, ...]
    distributions: dict[str, tuple[str, ...]]
    original: tuple[str, ...]
    only: tuple[str, ...]
    and_: tuple[str, ...]
    languages: dict[str, tuple[str, ...]]
    actions: tuple[str, ...]
    session: tuple[str, ...]
    meeting: tuple[str, ...]
    year: tuple[str, ...]
    item: tuple[str, ...]
    item_tail: tuple[str, ...]
    nowhere: tuple[str, ...]
    held: tuple[str, ...]
    undated: tuple[str, ...]
    date_label: tuple[str, ...]
    conferences: tuple[str, ...]
    convening: tuple[str, ...]
    cities: tuple[str, ...]
    parts: tuple[str, ...]
    letters: tuple[str, ...]
    author_kinds: tuple[str, ...]
    author_links: tuple[str, ...]
    author_ends: tuple[str, ...]
    author_starts: tuple[str, ...]
    authors: tuple[str, ...]
    changes: tuple[str, ...]
    adopted: tuple[str, ...]
    ends: tuple[str, ...]
    cover: tuple[str, ...]
