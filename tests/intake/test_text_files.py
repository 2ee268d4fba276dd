"""A text file as it comes: in any encoding, cut short, with a table missing, or no report at all."""

from pathlib import Path

import pytest

from juesuan_desktop import app, locations
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.figures import printed_evidence
from juesuan_desktop.intake.material import IntakeError, Paragraph, RawTable
from juesuan_desktop.intake.reading import read_file
from juesuan_desktop.intake.text import read_text_file

DESK = app.desk()
SAMPLE = (locations.resources() / "samples" / "sample.txt").read_text(encoding="utf-8")
TITLES = {
    "overall": "收入支出决算总表",
    "income": "收入决算表",
    "expenditure": "支出决算表",
    "appropriation": "财政拨款收入支出决算总表",
    "general_budget": "一般公共预算财政拨款支出决算表",
    "basic_detail": "一般公共预算财政拨款基本支出决算明细表",
    "gov_fund": "政府性基金预算财政拨款收入支出决算表",
    "state_capital": "国有资本经营预算财政拨款支出决算表",
    "three_public": "财政拨款“三公”经费支出决算表",
}


def start_of(table_id: str) -> int:
    """Where a table begins in the sample, after 目录."""
    return SAMPLE.index(f"\n{TITLES[table_id]}\n\n公开0")


def end_of(table_id: str) -> int:
    later = [start_of(other) for other in TITLES if start_of(other) > start_of(table_id)]
    return min(later, default=SAMPLE.index("\n第三部分\n", start_of(table_id)))


def rows_of(table_id: str) -> list[str]:
    """The tabbed lines of the table proper."""
    lines = SAMPLE[start_of(table_id) : end_of(table_id)].split("\n")
    return [line for line in lines if "\t" in line and not line.startswith("部门：")]


def checked(tmp_path: Path, text: str) -> Outcome:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    return DESK.check(path)[1]


# ------------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLE.encode(encoding))
    printed = read_file(path, DESK.library.forms())
    assert printed.unit_name == "清溪县河湖管理服务中心"
    assert len(printed_evidence(printed, DESK.library.form("hunan")).figures) > 400


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_told_and_the_rest_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "report.txt"
    data = bytearray(SAMPLE.encode(encoding))
    for at in (len(data) // 3, len(data) // 2):
        data[at] = 0xFF
    path.write_bytes(data)
    printed, outcome = DESK.check(path)
    assert len(printed_evidence(printed, DESK.library.form("hunan")).figures) > 400
    told = [finding for finding in outcome.findings if "处文字损坏" in finding.message]
    assert [finding.level for finding in told] == ["info"]


def test_a_broken_byte_in_a_figure_leaves_it_unread(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLE.encode().replace(b"8,477,727.96", b"8,4\xff7,727.96", 1))
    messages = [finding.message for finding in DESK.check(path)[1].findings]
    assert any("不是金额" in message for message in messages)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_every_line_end_is_read(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLE.replace("\n", line_end).encode())
    assert read_file(path, DESK.library.forms()).unit_name == "清溪县河湖管理服务中心"


def test_lines_with_tabs_make_a_table_a_single_one_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("题\n部门：甲\t2023\n\na\tb\nc\n\nd\te\t\nf\tg\n", encoding="utf-8")
    blocks = read_text_file(path)
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Paragraph, Paragraph, RawTable]
    assert blocks[4].rows == (("d", "e", ""), ("f", "g", ""))


# -------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "空文件"),
        (b" \n\n", "空文件"),
        ("今天天气很好。".encode(), "没有认出任何一张决算表"),
        (b"\x00\x01\x02\x03" * 100, "请"),
        (bytes(range(256)) * 20, "请"),
    ],
    ids=["empty", "blank", "a letter", "zeros", "junk"],
)
def test_what_is_no_report_is_refused_in_a_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=words) as told:
        read_file(path, DESK.library.forms())
    assert "file.txt" in str(told.value)


def test_a_file_too_large_to_be_a_report_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("juesuan_desktop.intake.text.LARGEST", 1000)
    path = tmp_path / "file.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    with pytest.raises(IntakeError, match="太大"):
        read_text_file(path)


# ------------------------------------------------------------------------------------ missing and cut


@pytest.mark.parametrize("table_id", ["overall", "appropriation", "basic_detail"])
def test_a_table_that_lost_its_title_is_known_by_its_words(tmp_path: Path, table_id: str) -> None:
    start = start_of(table_id)
    text = SAMPLE[:start] + SAMPLE[start:].replace(f"\n{TITLES[table_id]}\n", "\n", 1)
    assert "P-10" not in {finding.rule for finding in checked(tmp_path, text).findings}


@pytest.mark.parametrize("table_id", TITLES)
def test_a_missing_table_is_an_error_and_its_checks_are_not_run(tmp_path: Path, table_id: str) -> None:
    outcome = checked(tmp_path, SAMPLE[: start_of(table_id)] + SAMPLE[end_of(table_id) :])
    missing = [finding for finding in outcome.findings if finding.rule == "P-10"]
    assert [(one.level, one.where[0].table) for one in missing] == [("error", table_id)]
    assert TITLES[table_id] in missing[0].message
    assert any(TITLES[table_id] in reason for _, reason in outcome.not_run())
    errors = [finding for finding in outcome.findings if finding.level == "error"]
    assert [finding.rule for finding in errors if finding.kind in ("inside", "across")] == [], "no false alarm"


@pytest.mark.parametrize("table_id", [table for table in TITLES if table not in ("state_capital", "three_public")])
def test_a_file_that_ends_in_the_middle_of_a_table_says_so(tmp_path: Path, table_id: str) -> None:
    rows = rows_of(table_id)
    last = rows[len(rows) * 2 // 3]
    end = SAMPLE.index(last, start_of(table_id)) + len(last)
    outcome = checked(tmp_path, SAMPLE[:end] + "\n")
    told = {finding.where[0].table: finding.message for finding in outcome.findings if finding.rule == "P-10"}
    assert "可能被截断" in told[table_id]
    errors = [finding for finding in outcome.findings if finding.level == "error"]
    assert [finding.rule for finding in errors if finding.kind in ("inside", "across")] == [], "no false alarm"


@pytest.mark.parametrize("table_id", ["overall", "appropriation", "basic_detail"])
def test_a_table_cut_in_the_middle_of_the_report_says_which_lines_are_gone(tmp_path: Path, table_id: str) -> None:
    rows = rows_of(table_id)
    gone = "\n".join(rows[len(rows) // 2 :]) + "\n"
    assert gone in SAMPLE
    outcome = checked(tmp_path, SAMPLE.replace(gone, "", 1))
    cut = [finding for finding in outcome.findings if finding.rule == "P-10"]
    assert [finding.where[0].table for finding in cut] == [table_id]
    assert "少了" in cut[0].message
    assert any("不完整" in reason for _, reason in outcome.not_run())


@pytest.mark.parametrize("table_id", ["income", "expenditure", "general_budget", "gov_fund"])
def test_code_lines_that_are_gone_break_the_total(tmp_path: Path, table_id: str) -> None:
    """Nobody knows which 科目 ought to be there; the sum does."""
    last = rows_of(table_id)[-1] + "\n"
    at = SAMPLE.index(last, start_of(table_id))
    outcome = checked(tmp_path, SAMPLE[:at] + SAMPLE[at + len(last) :])
    broken = {finding.rule for finding in outcome.findings if finding.level == "error"}
    assert broken & {"T02-2", "T03-2", "T05-2", "T07-2"}


@pytest.mark.parametrize("table_id", TITLES)
def test_a_table_whose_title_alone_was_recognised_is_not_called_missing(tmp_path: Path, table_id: str) -> None:
    """Its columns are parted by blanks, as when a text was copied from a web page."""
    start, end = start_of(table_id), end_of(table_id)
    outcome = checked(tmp_path, SAMPLE[:start] + SAMPLE[start:end].replace("\t", "  ") + SAMPLE[end:])
    [told] = [finding.message for finding in outcome.findings if finding.rule == "P-10"]
    assert TITLES[table_id] in told
    assert "有表题，没有认出表格" in told
    assert len(told) <= 120
    assert {finding.level for finding in outcome.findings if finding.verdict == "broken"} <= {"info", "warning"}


def barred(rows: list[str], how: str) -> list[str]:
    """Rows of cells parted by tabs, drawn with bars."""
    cells = [row.split("\t") for row in rows]
    if how == "bars between":
        return ["|".join(row) for row in cells]
    drawn = [f"{how[0]} {f' {how[0]} '.join(row)} {how[0]}" for row in cells]
    line = how[1:].join("+" * (len(cells[0]) + 1)) if how[0] == "|" else "├" + "┼".join([how[1:]] * len(cells[0])) + "┤"
    return [line, *(part for row in drawn for part in (row, line))]


@pytest.mark.parametrize("how", ["bars between", "|---", "│──"])
def test_tables_drawn_with_bars_are_read_as_those_with_tabs(tmp_path: Path, how: str) -> None:
    text = SAMPLE
    for table_id in TITLES:
        rows = rows_of(table_id)
        text = text.replace("\n".join(rows), "\n".join(barred(rows, how)), 1)
    drawn, tabbed = tmp_path / "drawn.txt", tmp_path / "tabbed.txt"
    drawn.write_text(text, encoding="utf-8")
    tabbed.write_text(SAMPLE, encoding="utf-8")
    reports = [read_file(path, DESK.library.forms()) for path in (drawn, tabbed)]
    tables = [[(one.state, one.lines, one.odd) for one in report.tables] for report in reports]
    assert text.count("\t") < SAMPLE.count("\t") / 10
    assert tables[0] == tables[1]


def test_a_place_in_a_drawn_table_is_its_line_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text("表\n|甲|乙|\n|---|---|\n|丙|1.00|\n甲|乙 只有一竖\n------\n", encoding="utf-8")
    _, table, *texts = read_text_file(path)
    assert isinstance(table, RawTable)
    assert table.rows == (("甲", "乙"), ("丙", "1.00"))
    assert table.origin(1, 1) == "第 4 行"
    assert texts == [Paragraph("甲|乙 只有一竖"), Paragraph("------")]
