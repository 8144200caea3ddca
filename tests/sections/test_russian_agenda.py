"""A Russian agenda whole: labels in letters of either alphabet, days in small letters, "10 ч 00 мин"."""

from __future__ import annotations

from undocparse import parse

DOCUMENT = """\
Организация Объединенных Наций                              LAMP/2025/3
Совет по уличному освещению                                 Distr.: Limited
                                                            9 May 2025
                                                            Russian
                                                            Original: English

Двадцать третья сессия
Женева, 9–13 июня 2025 года
Пункт 1 предварительной повестки дня

Предварительная повестка дня

1.\tОткрытие сессии.
2.\tПолномочия представителей:
\tа)\tназначение членов Комитета по фонарям;
\tb)\tдоклад Комитета по фонарям.
3.\tПрочие вопросы.

Предлагаемая организация работы

A.\tПленарные заседания

Совет проведет три пленарных заседания в следующие дни:

\tпонедельник, 9 июня — с 10 ч 00 мин до 13 ч 00 мин и с 15 ч 00 мин до 18 ч 00 мин
\tвторник, 10 июня — с 10 ч 30 мин до 13 ч 00 мин
"""


def test_a_russian_agenda_is_read_whole() -> None:
    document = parse(DOCUMENT.encode(), name="agenda.ru.txt")
    header = document.header
    assert (document.language, document.document_type) == ("ru", "provisional_agenda")
    assert header.session is not None
    assert (header.symbol, header.session.number, header.date) == ("LAMP/2025/3", 23, "2025-05-09")
    assert (header.starts, header.ends, header.agenda_items) == ("2025-06-09", "2025-06-13", ("1",))
    assert (header.distribution, header.original_languages) == ("limited", ("en",))
    assert [(item.key, item.label, item.title) for item in document.agenda[1].items] == [
        ("2.a", "а)", "назначение членов Комитета по фонарям"),
        ("2.b", "b)", "доклад Комитета по фонарям"),
    ]
    assert [(one.date, one.starts, one.ends, one.entries[0].title) for one in document.timetable] == [
        ("2025-06-09", "10:00", "13:00", "Пленарные заседания"),
        ("2025-06-09", "15:00", "18:00", "Пленарные заседания"),
        ("2025-06-10", "10:30", "13:00", "Пленарные заседания"),
    ]
