"""Line breaking: examples an editor would check, and what must hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan_desktop.export.lines import NO_END, NO_START, balanced, break_lines, is_wide, stretch, units

TEXTS = st.text(alphabet="决算公开收入，。；：！？、》）”（《“%0123456789.,-ab \n", max_size=120)


def measure(text: str) -> float:
    return sum(2.0 if is_wide(character) else 1.0 for character in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("收入合计一千元，其中", 14, ["收入合计一千", "元，其中"]),  # the comma takes 元 along
        ("共五项（《会计法》）等", 8, ["共五项", "（《会计", "法》）等"]),
        ("收入合计13,468,593.18元", 16, ["收入合计", "13,468,593.18元"]),
        ("占比98.19%，减少", 11, ["占比", "98.19%，减", "少"]),
        ("减少-5.2%左右", 8, ["减少", "-5.2%左", "右"]),
        ("依据GB/T9704-2012执行", 14, ["依据", "GB/T9704-2012", "执行"]),
        ("第一行\n第二行", 20, ["第一行", "第二行"]),
        ("", 10, [""]),
        ("13,468,593.18", 6, ["13,468", ",593.1", "8"]),  # cut rather than run off the paper
    ],
)
def test_breaks(text: str, width: float, lines: list[str]) -> None:
    assert break_lines(text, width, measure) == lines


def test_first_line_is_indented() -> None:
    assert break_lines("一二三四五六", 8, measure, indent=4) == ["一二", "三四五六"]


@given(TEXTS, st.floats(2, 60), st.floats(0, 4))
def test_nothing_is_lost(text: str, width: float, indent: float) -> None:
    assert "".join(break_lines(text, width + indent, measure, indent)) == text.replace("\n", "")


@given(TEXTS, st.floats(2, 60), st.floats(0, 4))
def test_no_line_is_wider_than_the_width(text: str, width: float, indent: float) -> None:
    first, *others = break_lines(text, width + indent, measure, indent)
    assert measure(first.rstrip()) <= width + 1e-6
    assert all(measure(line.rstrip()) <= width + indent + 1e-6 for line in others)


@given(TEXTS, st.floats(2, 60))
def test_no_forbidden_start_or_end(text: str, width: float) -> None:
    for paragraph in text.split("\n"):
        if any(measure(unit.rstrip()) > width for unit in units(paragraph)):
            continue  # such a unit has to be cut somewhere
        lines = break_lines(paragraph, width, measure)
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line.rstrip()[-1:] in NO_END for line in lines[:-1] if line.strip())


@given(TEXTS, st.floats(4, 60))
def test_balanced_takes_no_more_lines(text: str, width: float) -> None:
    lines = balanced(text, width, measure)
    assert "".join(lines) == text.replace("\n", "")
    assert len(lines) == len(break_lines(text, width, measure))


def test_balanced_lines_are_alike() -> None:
    assert balanced("政府性基金预算财政拨款", 16, measure) == ["政府性基金预", "算财政拨款"]


def test_stretch_fills_the_line_between_chinese_characters_only() -> None:
    assert stretch("收入13.5元", 12, measure, most=2) == pytest.approx(1.0)  # 10 wide, gaps after 收 and 入
    assert stretch("13,468,593.18", 20, measure, most=2) == 0
    assert stretch("收入", 20, measure, most=2) == 0  # would tear the line apart
