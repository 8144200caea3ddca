"""An agenda whole in Arabic and in Chinese: labels, days, hours and titles in their own ways."""

from __future__ import annotations

from functools import cache

import pytest

from undocparse import parse
from undocparse.model.document import Document

ARABIC = """\
<html lang="ar"><body>
<table><tr><td>الأمــم المتحـدة</td><td>LAMP/2025/3</td></tr>
<tr><td>الجمعية العامة</td><td>Distr.: Limited<br>9 May 2025<br>Original: English</td></tr></table>
<p>الدورة الثالثة والعشرون</p>
<p>جنيف، من 9 إلى 13 حزيران/يونيه 2025</p>
<p>البند 1 (أ) من جدول الأعمال المؤقت</p>
<h2>جدول الأعمال المؤقت</h2>
<p>1 - افتتاح الدورة.</p>
<p>2 - وثائق التفويض:</p>
<p>(أ) تعيين أعضاء لجنة المصابيح؛</p>
<p>(ب) تقرير لجنة المصابيح.</p>
<p>3 - مسائل أخرى.</p>
<h2>التنظيم المقترح للأعمال</h2>
<p>ألف - الجلسات العامة</p>
<p>تعقد الجلسات العامة على النحو التالي:</p>
<p>الاثنين 9 حزيران/يونيه: من الساعة 10:00 إلى الساعة 13:00 ومن الساعة 15:00 إلى الساعة 18:00</p>
<p>الثلاثاء 10 حزيران/يونيه: من الساعة 10:30 إلى الساعة 13:00</p>
</body></html>
"""
CHINESE = """\
<html lang="zh"><body>
<table><tr><td>联合国</td><td>LAMP/2025/3</td></tr>
<tr><td>大会</td><td>Distr.: Limited<br>9 May 2025<br>Original: English</td></tr></table>
<p>第二十三届会议</p>
<p>2025年6月9日至13日，日内瓦</p>
<p>临时议程项目1(a)</p>
<h2>临时议程</h2>
<p>1. 会议开幕。</p>
<p>2. 全权证书：</p>
<p>(a) 任命路灯委员会成员；</p>
<p>(b) 路灯委员会的报告。</p>
<p>3. 其他事项。</p>
<h2>拟议工作安排</h2>
<p>A. 全体会议</p>
<p>全体会议安排如下：</p>
<p>6月9日星期一：上午10时至下午1时；下午3时至6时</p>
<p>6月10日星期二：上午10时30分至下午1时</p>
</body></html>
"""
TITLES = {
    "ar": [
        "افتتاح الدورة",
        "وثائق التفويض",
        "مسائل أخرى",
        "تعيين أعضاء لجنة المصابيح",
        "تقرير لجنة المصابيح",
    ],
    "zh": ["会议开幕", "全权证书", "其他事项", "任命路灯委员会成员", "路灯委员会的报告"],
}
CITIES = {"ar": "جنيف", "zh": "日内瓦"}


@cache
def document_in(language: str) -> Document:
    text = {"ar": ARABIC, "zh": CHINESE}[language]
    return parse(text.encode(), name=f"agenda.{language}.html")


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_masthead(language: str) -> None:
    document = document_in(language)
    header = document.header
    assert (document.language, document.document_type) == (language, "provisional_agenda")
    assert header.session is not None
    assert (header.symbol, header.session.number, header.date) == ("LAMP/2025/3", 23, "2025-05-09")
    assert (header.place, header.starts, header.ends) == (CITIES[language], "2025-06-09", "2025-06-13")
    assert (header.distribution, header.agenda_items) == ("limited", ("1.a",))


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_agenda(language: str) -> None:
    document = document_in(language)
    inner = document.agenda[1].items
    assert [item.key for item in (*document.agenda, *inner)] == ["1", "2", "3", "2.a", "2.b"]
    assert [item.title for item in (*document.agenda, *inner)] == TITLES[language]


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_timetable(language: str) -> None:
    document = document_in(language)
    assert [(one.date, one.starts, one.ends) for one in document.timetable] == [
        ("2025-06-09", "10:00", "13:00"),
        ("2025-06-09", "15:00", "18:00"),
        ("2025-06-10", "10:30", "13:00"),
    ]
    names = {"ar": "الجلسات العامة", "zh": "全体会议"}
    assert {one.entries[0].title for one in document.timetable} == {names[language]}
