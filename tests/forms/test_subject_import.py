"""An official list taken over from the files people have."""

from pathlib import Path

import openpyxl
import pytest

from juesuan_desktop import locations
from juesuan_desktop.forms.faults import FormError
from juesuan_desktop.forms.subject_import import import_subjects
from juesuan_desktop.forms.subjects import open_catalogue
from juesuan_desktop.forms.vocabulary import ECONOMIC, FUNCTIONAL

CODES = locations.resources() / "codes"
ITEMS = [(f"20103{number:02}", f"事项{number}") for number in range(1, 26)]
GROUPS = [(f"301{number:02}", f"工资{number}") for number in range(1, 26)]


def csv_of(heading: str, rows: list[tuple[str, str]]) -> str:
    return "\n".join([heading, *(",".join(row) for row in rows)])


def test_a_csv_as_excel_saves_it(tmp_path: Path) -> None:
    source = tmp_path / "科目.csv"
    source.write_text(csv_of("科目名称,科目编码", [(name, code) for code, name in ITEMS]), encoding="gbk")
    assert import_subjects(source, tmp_path / "own" / "codes").counts == {FUNCTIONAL: 25}
    catalogue = open_catalogue(CODES, tmp_path / "own" / "codes")
    assert catalogue.faults == ()
    assert catalogue.of(FUNCTIONAL).name("2010307") == "事项7"
    assert not catalogue.of(ECONOMIC).own


def test_a_workbook_with_title_numbers_and_both_kinds(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["2024年政府收支分类科目"])
    sheet.append(["序号", "编 码", "名 称", "说明"])
    for code, name in ITEMS:
        sheet.append([1, int(code), f"  {name}", "反映"])
    other = book.create_sheet("部门经济")
    other.append(["科目名称", "科目代码"])
    for code, name in GROUPS:
        other.append([name, code])
    book.save(tmp_path / "科目.xlsx")
    assert import_subjects(tmp_path / "科目.xlsx", tmp_path / "own").counts == {FUNCTIONAL: 25, ECONOMIC: 25}
    catalogue = open_catalogue(CODES, tmp_path / "own")
    assert catalogue.of(FUNCTIONAL).name("2010301") == "事项1"
    assert catalogue.of(ECONOMIC).name("30103") == "工资3"


@pytest.mark.parametrize("whole", [False, True])
def test_codes_in_three_columns(tmp_path: Path, whole: bool) -> None:
    rows = ["类,款,项,科目名称", "201,,,一般公共服务支出", "201,20103,,政府办公厅" if whole else "201,3,,政府办公厅"]
    rows += [f",,{code if whole else int(code[5:])},{name}" for code, name in ITEMS]
    (tmp_path / "表.csv").write_text("\n".join(rows), encoding="utf-8-sig")
    import_subjects(tmp_path / "表.csv", tmp_path / "own")
    functional = open_catalogue(CODES, tmp_path / "own").of(FUNCTIONAL)
    assert [entry.code for entry in functional.entries[:4]] == ["201", "20103", "2010301", "2010302"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("无表头.csv", csv_of("甲,乙", ITEMS).encode(), "表头"),
        ("太少.csv", csv_of("code,name", ITEMS[:3]).encode(), "只认出 3 个"),
        ("坏.xlsx", b"PK\x03\x04 nonsense", "读不出"),
        ("坏.xls", b"\xd0\xcf\x11\xe0 nonsense", "读不出"),
        ("空.csv", b"", "表头"),
        ("没有.csv", None, "读不出"),
    ],
)
def test_what_is_no_list_changes_nothing(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(FormError, match=said):
        import_subjects(tmp_path / name, tmp_path / "own")
    assert not (tmp_path / "own").exists()
