"""The workbooks."""

import html
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from juesuan_desktop.forms.grid import Cell, Grid, Role
from tests.files.make.grids import (
    Value,
    head_in_title,
    merged_codes,
    numbers,
    numeric_codes,
    reworded,
    split_codes,
    texts,
    unit_in_title,
)
from tests.files.make.source import Source, source

DAY = datetime(2024, 9, 1)
GK_NAMES = ("GK01", "GK02", "GK03", "GK04", "GK05", "GK06", "GK07", "GK08", "GK09")
Values = Callable[[Cell], Value]
Change = Callable[[Grid], Grid]
Rows = Callable[[int], bool]


def same(grid: Grid) -> Grid:
    return grid


def put(
    sheet: Worksheet, grid: Grid, value: Values = numbers, row: int = 1, column: int = 1, keep: Rows = lambda row: True
) -> int:
    """Write a grid (or the rows to keep) to a place on a sheet; the answer is the first row below it."""
    for cell in filter(lambda one: keep(one.row), grid.cells):
        at = sheet.cell(cell.row + row, cell.column + column)
        content = value(cell)
        if content != "":
            at.value = content
        if isinstance(content, float) and not content.is_integer():
            at.number_format = "#,##0.00"
        if cell.width * cell.height > 1:
            sheet.merge_cells(
                start_row=at.row,
                start_column=at.column,
                end_row=at.row + cell.height - 1,
                end_column=at.column + cell.width - 1,
            )
    return row + grid.rows


def save(workbook: Workbook, path: Path) -> None:
    """Save with fixed dates."""
    workbook.properties.created = workbook.properties.modified = DAY
    raw = io.BytesIO()
    workbook.save(raw)
    repack(raw, path)


def repack(raw: io.BytesIO, path: Path) -> None:
    """The same zip with fixed dates."""
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = content.split(b"<dcterms:modified")[0] + b"</cp:coreProperties>"
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def sheets(told: Source, path: Path, names: Sequence[str], value: Values = numbers, change: Change = same) -> Workbook:
    """One sheet for each table, in the form's order."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, table in zip(names, told.form.tables, strict=False):
        put(workbook.create_sheet(name), change(told.grid(table.id)), value)
    save(workbook, path)
    return workbook


def hunan(path: Path) -> None:
    """What the bureau's system exports: one sheet for each table, `GK01 …(公开01表)`."""
    told = source("hunan")
    names = [f"GK{n:02} {t.layout.title}({t.layout.number})"[:31] for n, t in enumerate(told.form.tables, 1)]
    sheets(told, path, names)


def one_sheet(path: Path) -> None:
    """All tables one under the other, a blank row between."""
    told = source("hunan")
    workbook = Workbook()
    row = 1
    for table in told.form.tables:
        row = put(workbook.worksheets[0], told.grid(table.id), row=row) + 1
    save(workbook, path)


def tight_sheet(path: Path) -> None:
    """All tables one under the other without a gap, beginning at C5."""
    told = source("hunan")
    workbook = Workbook()
    row = 5
    for table in told.form.tables:
        row = put(workbook.worksheets[0], told.grid(table.id), row=row, column=3)
    save(workbook, path)


def shanghai(path: Path) -> None:
    """万元, 类款项 all printed and split into columns, 合计 last, 三公 in pairs."""
    told = source("shanghai", levels=3)
    sheets(told, path, [f"表{n}" for n in range(1, 10)], change=split_codes)


def text_numbers(path: Path) -> None:
    """Amounts as text: thousands separators, full-width digits, no-break spaces."""
    sheets(source("hunan"), path, [f"Sheet{n}" for n in range(1, 10)], value=texts)


def number_codes(path: Path) -> None:
    """Codes as numbers, sheets in the wrong order, called Sheet1 …"""
    told = source("national", levels=3)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, table in enumerate(reversed(told.form.tables), 1):
        put(workbook.create_sheet(f"Sheet{number}"), told.grid(table.id), numeric_codes)
    save(workbook, path)


def titled_unit(path: Path) -> None:
    """The money unit stands in the title only: （万元）."""
    sheets(source("shanghai", levels=3), path, [str(n) for n in range(1, 10)], change=reworded(unit_in_title))


def hand_made(path: Path) -> None:
    """Codes typed as numbers into three columns (201 | 6 | 1); title, unit, year and money unit in one cell."""
    told = source("shanghai", levels=3)
    change = reworded(head_in_title(told.facts["单位"], told.form.amount_unit))
    sheets(told, path, [f"Sheet{n}" for n in range(1, 10)], numeric_codes, lambda grid: change(split_codes(grid)))


def hidden(path: Path) -> None:
    """Hidden rows count, a hidden sheet with other figures does not."""
    told = source("hunan")
    workbook = Workbook()
    old = workbook.worksheets[0]
    old.title = "上年"
    old.sheet_state = "hidden"
    put(old, told.grid("overall"), lambda cell: 1.0 if cell.amount is not None else cell.text)
    for table in told.form.tables:
        sheet = workbook.create_sheet(table.layout.sheet)
        grid = told.grid(table.id)
        put(sheet, grid)
        for row in list(grid.ruled_rows())[6:9]:
            sheet.row_dimensions[row + 1].hidden = True
    workbook.active = 1
    save(workbook, path)


def named_sheets(path: Path) -> None:
    """No titles, no notes: only the sheets' names say which table it is, as in `Z01 …(财决01表)`."""
    told = source("hunan")
    names = [f"Z{n:02} {table.layout.title}(财决{n:02}表)"[:31] for n, table in enumerate(told.form.tables, 1)]

    def bare(cell: Cell) -> Cell | None:
        is_head = cell.role is Role.HEAD and cell.text.startswith(("部门", "2023", "金额"))
        return cell if cell.role.is_ruled or is_head else None

    sheets(told, path, names, change=reworded(bare))


def broken(path: Path) -> None:
    """Long tables go on after a gap with their header repeated, as they are printed."""
    told = source("hunan")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table in told.form.tables:
        sheet = workbook.create_sheet()
        grid = told.grid(table.id)
        header, end = grid.header, _break(grid)
        put(sheet, grid, keep=lambda row, end=end: row < end)
        if end < grid.rows:
            put(sheet, grid, row=end + 3 - header.start, keep=lambda row, header=header: row in header)
            put(sheet, grid, row=3 + len(header), keep=lambda row, end=end: row >= end)
    save(workbook, path)


def two_sheets(path: Path) -> None:
    """Long tables go on over a sheet of their own, 「表2(2)」, title and header repeated."""
    told = source("hunan")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, table in enumerate(told.form.tables, 1):
        grid = told.grid(table.id)
        head, end = grid.header.stop, _break(grid)
        put(workbook.create_sheet(f"表{number}"), grid, keep=lambda row, end=end: row < end)
        if end < grid.rows:
            sheet = workbook.create_sheet(f"表{number}(2)")
            put(sheet, grid, keep=lambda row, head=head: row < head)
            put(sheet, grid, row=1 + head - end, keep=lambda row, end=end: row >= end)
            sheet.cell(1, 1).value = f"{table.layout.title}（续）"
    save(workbook, path)


def _break(grid: Grid) -> int:
    """The row of a long table that comes first after the break."""
    ruled = grid.ruled_rows()
    return ruled.stop - len(ruled) // 3 if len(ruled) > 12 else grid.rows


def blanks(path: Path) -> None:
    """Zeros are left blank, a signature line below each table."""
    told = source("hunan", kept_zeros=False)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, table in enumerate(told.form.tables, 1):
        sheet = workbook.create_sheet(f"表{number}")
        below = put(sheet, told.grid(table.id))
        sheet.cell(below + 1, 1, "单位负责人：周明")
        sheet.cell(below + 1, 3, "填表人：陈晓")
    save(workbook, path)


def two_up(path: Path) -> None:
    """Two tables side by side on each sheet, a blank column between."""
    told = source("hunan")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    pairs = [("overall", "income"), ("expenditure", "appropriation"), ("general_budget", "basic_detail")]
    for left, right in [*pairs, ("gov_fund", "state_capital")]:
        sheet = workbook.create_sheet()
        grid = told.grid(left)
        put(sheet, grid)
        put(sheet, told.grid(right), column=grid.columns + 2)
    put(workbook.create_sheet(), told.grid("three_public"))
    save(workbook, path)


def merged(path: Path) -> None:
    """Codes merged over three columns; what lies under a merged cell is not blank; a title in front of the year."""
    told = source("hunan")
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for table in told.form.tables:
        sheet = workbook.create_sheet(table.layout.sheet)
        put(sheet, merged_codes(told.grid(table.id)))
        sheet.cell(1, 1).value = f"清溪县河湖管理服务中心2023年度{table.layout.title}"
    save(workbook, path)


def old_excel(path: Path) -> None:
    """A real .xls (BIFF8)."""
    told = source("hunan")
    workbook = xlwt.Workbook()
    for table in told.form.tables:
        sheet = workbook.add_sheet(table.layout.sheet)
        for cell in told.grid(table.id).cells:
            area = (cell.row, cell.row + cell.height - 1, cell.column, cell.column + cell.width - 1)
            if cell.width * cell.height > 1:
                sheet.write_merge(*area, numbers(cell))
            else:
                sheet.write(cell.row, cell.column, numbers(cell))
    workbook.save(str(path))


def web_page(path: Path) -> None:
    """A web page in GBK that is called .xls."""
    told = source("hunan")
    tables = "".join(
        f"<p>{html.escape(table.layout.title)}</p>{_html(told.grid(table.id))}" for table in told.form.tables
    )
    head = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="gbk"><style>td{}</style></head>'
    )
    page = f"{head}\r\n<body>{tables}</body></html>"
    path.write_bytes(page.encode("gbk"))


def _html(grid: Grid) -> str:
    rows: dict[int, str] = {}
    for cell in sorted(grid.cells, key=lambda one: (one.row, one.column)):
        spans = f' colspan="{cell.width}" rowspan="{cell.height}"' if cell.width * cell.height > 1 else ""
        rows[cell.row] = rows.get(cell.row, "") + f"<td{spans}>{html.escape(cell.text) or '&nbsp;'}</td>"
    return "<table border=1>" + "\r\n".join(f"<tr>{rows.get(row, '')}</tr>" for row in range(grid.rows)) + "</table>"


def xml_table(path: Path) -> None:
    """SpreadsheetML 2003."""
    told = source("hunan")
    names = [(table.layout.sheet, told.grid(table.id)) for table in told.form.tables]
    body = "".join(f'<Worksheet ss:Name="{name}"><Table>{_xml_rows(grid)}</Table></Worksheet>' for name, grid in names)
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    head = '<?xml version="1.0" encoding="UTF-8"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n'
    text = f'{head}<Workbook xmlns="{space}" xmlns:ss="{space}">{body}</Workbook>'
    path.write_bytes(text.encode())


def _xml_rows(grid: Grid) -> str:
    rows = []
    for row in range(grid.rows):
        cells = []
        for cell in sorted((one for one in grid.cells if one.row == row), key=lambda one: one.column):
            kind = "String" if cell.amount is None else "Number"
            merge = f' ss:MergeAcross="{cell.width - 1}"' if cell.width > 1 else ""
            merge += f' ss:MergeDown="{cell.height - 1}"' if cell.height > 1 else ""
            data = f'<Data ss:Type="{kind}">{escape(str(numbers(cell)))}</Data>' if cell.text else ""
            cells.append(f'<Cell ss:Index="{cell.column + 1}"{merge}>{data}</Cell>')
        rows.append(f"<Row>{''.join(cells)}</Row>")
    return "\r\n".join(rows)


def tabs(path: Path) -> None:
    """Tab-separated text in GBK that is called .xls, as an old web system sends it."""
    told = source("hunan")
    lines: list[str] = []
    for table in told.form.tables:
        grid = told.grid(table.id)
        for row in range(grid.rows):
            cells = {cell.column: cell.text for cell in grid.cells if cell.row == row}
            texts_of_row = [cells.get(column, "") for column in range(grid.columns)]
            lines.append("\t".join(f'"{text}"' if "," in text else text for text in texts_of_row))
        lines.append("\t" * (grid.columns - 1))
    path.write_bytes("\r\n".join(lines).encode("gbk"))


BOOKS: dict[str, Callable[[Path], None]] = {
    "hunan.xlsx": hunan,
    "one_sheet.xlsx": one_sheet,
    "tight_sheet.xlsx": tight_sheet,
    "shanghai.xlsx": shanghai,
    "text_numbers.xlsx": text_numbers,
    "number_codes.xlsx": number_codes,
    "titled_unit.xlsx": titled_unit,
    "hand_made.xlsx": hand_made,
    "hidden.xlsx": hidden,
    "named_sheets.xlsx": named_sheets,
    "broken.xlsx": broken,
    "two_sheets.xlsx": two_sheets,
    "blanks.xlsx": blanks,
    "two_up.xlsx": two_up,
    "merged.xlsx": merged,
    "old_excel.xls": old_excel,
    "web_page.xls": web_page,
    "xml_table.xls": xml_table,
    "tabs.xls": tabs,
}
