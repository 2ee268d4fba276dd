"""Ctrl+G and Ctrl+F."""

from pathlib import Path

import pytest

from juesuan_desktop import locations
from juesuan_desktop.app import desk
from juesuan_desktop.desk.finding_places import place_of, places_with
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
