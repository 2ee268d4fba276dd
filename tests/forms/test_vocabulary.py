"""The declared words of the trade, and the codes."""

from pathlib import Path

import pytest

from juesuan_desktop import app
from juesuan_desktop.forms.addresses import address, split
from juesuan_desktop.forms.codes import Line, below, code_of, is_code, keyed, parents_of
from juesuan_desktop.forms.csvfile import read_records
from juesuan_desktop.forms.vocabulary import KEPT, load_vocabulary


def vocabulary(tmp_path: Path, text: str, encoding: str = "utf-8"):
    path = tmp_path / "vocabulary.csv"
    path.write_bytes(f"表,轴,名,组\n{text}".encode(encoding))
    return load_vocabulary(path)


def test_words_keep_their_order_and_stand_in_groups(tmp_path: Path) -> None:
    words, faults = vocabulary(tmp_path, "收入表,行,合计,\n收入表,行,科目,\n收入表,栏,事业收入 经营收入,各来源\n")
    table = words["收入表"]
    assert faults == ()
    assert (table.lines, table.measures, table.codes) == (("合计",), ("事业收入", "经营收入"), "科目")
    assert table.measure_groups == {"各来源": ("事业收入", "经营收入")}


def test_a_table_with_codes_knows_every_code_as_a_line(tmp_path: Path) -> None:
    words, _ = vocabulary(tmp_path, "收入表,行,科目,\n三公表,行,三公合计,\n")
    assert words["收入表"].is_line("2010301")
    assert not words["三公表"].is_line("2010301")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("收入表,行,合计,\n收入表,栏,合计,\n", "vocabulary.csv 第 3 行：收入表：「合计」不能既是行又是栏"),
        ("收入表,列,合计,\n", "vocabulary.csv 第 2 行：收入表：轴只能写「行」或「栏」，不能写「列」"),
    ],
    ids=["a word on both axes", "no such axis"],
)
def test_a_fault_names_file_and_line(tmp_path: Path, text: str, sentence: str) -> None:
    _, faults = vocabulary(tmp_path, text)
    assert [str(fault) for fault in faults] == [sentence]


def carrying(tmp_path: Path, text: str):
    path = tmp_path / "vocabulary.csv"
    path.write_text(f"表,轴,名,组,结转\n{text}", encoding="utf-8")
    return load_vocabulary(path)


def test_a_word_says_how_it_goes_into_the_next_year(tmp_path: Path) -> None:
    cars = "资产表,行,其他用车,,沿用：请核对\n资产表,行,车辆合计,,\n"
    fund = "基金表,行,科目,,沿用\n基金表,栏,年初,,年末\n基金表,栏,年末,,\n"
    words, faults = carrying(tmp_path, cars + fund)
    assert faults == ()
    assert words["资产表"].carries == {"其他用车": (KEPT, "请核对")}
    assert words["基金表"].carries["年初"] == ("年末", "")
    assert words["基金表"].listed == (KEPT, "")
    assert words["资产表"].listed is None


def test_what_comes_from_a_place_the_table_does_not_have_is_a_fault(tmp_path: Path) -> None:
    _, faults = carrying(tmp_path, "收支总表,行,年初,,年未\n收支总表,行,年末,,\n")
    told = "vocabulary.csv 第 2 行：收支总表：结转只能写「沿用」「标题」或上年所在的行、栏，不能写「年未」"
    assert [str(fault) for fault in faults] == [told]


def test_every_section_of_every_place_is_declared() -> None:
    for form in app.desk().library.forms():
        declared = form.vocabulary["节"].lines
        assert {section.id for section in form.sections} <= set(declared), form.id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_excel_and_wps_may_have_saved_it(tmp_path: Path, encoding: str) -> None:
    words, faults = vocabulary(tmp_path, '"收入表","行","合计",\r\n', encoding)
    assert (faults, words["收入表"].lines) == ((), ("合计",))


def test_a_row_that_is_too_short_has_blanks(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("表,名,印作\n收入表,合计\n\n", encoding="utf-8")
    assert read_records(path) == [{"表": "收入表", "名": "合计", "印作": ""}]


# ------------------------------------------------------------------------------------------- addresses


@pytest.mark.parametrize(
    "text", ["支出表[2010301·基本支出]", " 支出表［2010301・基本支出］ ", "支出表[ 2010301 · 基本支出 ]"]
)
def test_an_address_is_understood_however_its_signs_are_typed(text: str) -> None:
    assert split(text) == ("支出表", ("2010301", "基本支出"))


@pytest.mark.parametrize("text", ["支出表", "支出表[]", "[合计]", "支出表[合计", "支出表[甲[乙]]", ""])
def test_other_texts_are_no_address(text: str) -> None:
    assert split(text) is None


def test_an_address_is_table_and_words() -> None:
    assert address("支出表", "2010301", "基本支出") == "支出表[2010301·基本支出]"


# ---------------------------------------------------------------------------------------------- codes


@pytest.mark.parametrize(("text", "answer"), [("201", True), ("20103", True), ("2010301", True), ("27", False)])
def test_codes_have_three_five_or_seven_digits(text: str, answer: bool) -> None:
    assert is_code(text) is answer
    assert not is_code("２０１")


def test_the_same_code_twice_is_numbered_and_a_line_without_code_goes_by_its_name() -> None:
    lines = keyed([("2010301", "行政运行"), ("2010301", "行政运行"), ("", "其他")])
    assert [line.key for line in lines] == ["2010301", "2010301#2", "其他"]
    assert [line.level for line in lines] == ["项", "项", "项"]
    assert code_of("2010301#2") == "2010301"


def test_levels_and_parents() -> None:
    assert [Line(code, code, "").level for code in ("201", "20103", "2010301")] == ["类", "款", "项"]
    assert parents_of("2010301") == ("201", "20103")
    assert parents_of("其他支出等") == ()


def test_below_a_code_stand_the_nearest_printed_lines() -> None:
    found = below(["201", "20103", "2010301", "2010301#2", "2080505", "其他"])
    assert found["201"] == ("20103",)
    assert found["20103"] == ("2010301", "2010301#2")
    assert found["208"] == ("2080505",), "its 类 is not printed"
    assert found[""] == ("201", "2080505", "其他"), "together they make 合计"
