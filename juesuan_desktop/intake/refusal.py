"""Why an office file is not read, in words that follow 「文件」读不了："""

DAMAGED = "文件不完整或已损坏，请重新下载或拷贝；能用 Excel、Word 或 WPS 打开的，另存一份再导入"
PASSWORD = "文件加了密码，请在 Excel、Word 或 WPS 中去掉密码、另存后再导入"
PASSWORD_OR_PROTECTED = (
    "文件加了密码，或者设了「保护工作簿」，请在 Excel 或 WPS 中取消、另存为没有密码的 .xlsx 后再导入"
)
BOMB = "文件解开后大得不正常，不像决算报告，请核对来源；确是报告的，用 Excel 或 WPS 另存后再导入"
ENTITIES = "文件里有实体定义（正常的 Office 文件没有），为安全不读，请用 Excel 或 WPS 另存后再导入"
OPEN_DOCUMENT = {
    "spreadsheet": "这是 OpenDocument 表格（.ods），请另存为 .xlsx 后再导入",
    "text": "这是 OpenDocument 文档（.odt），请另存为 .docx 后再导入",
    "": "这是 OpenDocument 文件，请另存为 .xlsx（文字材料存为 .docx）后再导入",
}
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 200, 1_000_000
MOST_CHARACTERS = 20_000_000
LONGEST_TEXT = 32_767  # what Excel lets a cell hold


class Refusal(Exception):
    """A file that is not read; the message says why and what to do."""


def too_large(rows: int, columns: int) -> Refusal:
    """The refusal of a sheet beyond all reason."""
    return Refusal(
        f"表格大到 {rows} 行、{columns} 列（最多 {MOST_ROWS} 行、{MOST_COLUMNS} 列），请删去多余的行列、另存后再导入"
    )


def within(rows: int, columns: int) -> None:
    """Raise the refusal where a table is larger than any report's."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        raise too_large(rows, columns)
