"""Ctrl+G and Ctrl+F."""

from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.seeking import next_of, place_of, places_with, table_of
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.addresses import Place

SAMPLE = locations.resources() / "samples" / "sample.txt"


@pytest.fixture(scope="module")
def session() -> Session:
    return desk().look_at(Path(SAMPLE))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("支出表[2080505·基本支出]", Place("支出表", "2080505", "基本支出")),
        ("支出表[2080505]", Place("支出表", "2080505", "本年支出合计")),
        ("03.2080505", Place("支出表", "2080505", "本年支出合计")),
        ("3 2080505", Place("支出表", "2080505", "本年支出合计")),
        ("公开03表.合计", Place("支出表", "合计", "本年支出合计")),
        ("03.2080505·基本支出", Place("支出表", "2080505", "基本支出")),
        ("０３．２０８０５０５．基本支出", Place("支出表", "2080505", "基本支出")),
        ("支出表［2080505・基本支出］", Place("支出表", "2080505", "基本支出")),
        ("03.机关事业单位基本养老保险缴费支出", Place("支出表", "2080505", "本年支出合计")),
        ("06.基本工资", Place("基本支出表", "30101", "决算数")),
        ("收支总表[教育支出]", Place("收支总表", "205", "决算数")),
        ("支出表", Place("支出表", "2080505", "基本支出")),
        ("03", Place("支出表", "2080505", "基本支出")),
        ("支出决算表", Place("支出表", "2080505", "基本支出")),
        ("收支总表", Place("收支总表", "使用非财政拨款结余", "决算数")),
        ("单位表", Place("单位表", "单位性质", "内容")),
        ("03.2080505·没有这一栏", None),
        ("99", None),
        ("上年.支出表", None),
        ("收支总表[收入总计]", Place("收支总表", "收入总计", "决算数")),
        ("支出表[9999999·基本支出]", None),
        ("没有这张表[合计]", None),
        ("", None),
    ],
)
def test_where_an_address_leads(session: Session, text: str, place: Place | None) -> None:
    assert place_of(session, text) == place


def test_words_are_found_in_names_codes_and_amounts(session: Session) -> None:
    assert Place("支出表", "2210201", "本年支出合计") in set(places_with(session, "住房公积金"))
    assert Place("基本支出表", "30113", "决算数") in set(places_with(session, "住房公积金"))
    assert {place.line for place in places_with(session, "2080505")} == {"2080505"}
    assert Place("收支总表", "收入总计", "决算数") in set(places_with(session, "10,435,223.91"))
    assert list(places_with(session, " ")) == []


@pytest.mark.parametrize("words", ["10435223.91", "１０４３５２２３．９１", "10，435，223.91", "¥10,435,223.91"])
def test_an_amount_is_found_however_it_is_written(session: Session, words: str) -> None:
    assert Place("收支总表", "收入总计", "决算数") in set(places_with(session, words))


def test_brackets_are_found_in_either_width(session: Session) -> None:
    assert list(places_with(session, "因公出国(境)费")) == list(places_with(session, "因公出国（境）费")) != []


def test_the_next_place_is_counted_from_where_she_is(session: Session) -> None:
    places = list(places_with(session, "2080505"))
    assert [place.table for place in places] == ["收入表", "支出表", "一般公共表"]
    here = Place("支出表", "2080505", "基本支出")
    assert [next_of(session, places, here, by) for by in (1, -1)] == [2, 1]
    assert [next_of(session, places, places[2], by) for by in (1, -1)] == [0, 1]
    for elsewhere in (None, Place("单位表", "单位性质", "内容")):
        assert [next_of(session, places, elsewhere, by) for by in (1, -1)] == [0, 2]


@pytest.mark.parametrize("text", ["国资表", "08", "机构表", "内设机构"])
def test_a_table_without_a_typed_figure_is_still_a_table(tmp_path: Path, text: str) -> None:
    empty = desk().create(tmp_path / "a.juesuan", "hunan", 2023, "某某中心")
    table = table_of(empty, text)
    assert table is not None
    assert table.name in ("国资表", "机构表")
    assert place_of(empty, text) is None
