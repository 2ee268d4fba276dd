"""What a person waits for: a check from start to end, an edit, the finished files."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from _measuring import chapter, measured, report_to_read
from generator.balanced import codes_of_budget

from juesuan_desktop import app
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.forms.codes import keyed

CELL = "支出表[{code}·基本支出]"


def process(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "juesuan_desktop", *words], capture_output=True, check=False)


def session_of(desk: Desk, folder: Path, lines: int) -> Session:
    """A report being filled in, with so many 科目 lines in each of its code tables."""
    session = desk.create(folder / f"{lines}.juesuan", "hunan", 2023, "某县档案馆")
    chosen = keyed(codes_of_budget("一般公共预算")[:lines])
    for table in session.form.tables:
        if table.repeats:
            session.set_lines("添加科目", table, chosen)
        session.settle(table)
    session.save()
    return session


def edit(session: Session, values: list[str]) -> None:
    """One figure typed: verdicts of all tables are there afterwards, and it is on the disk."""
    code = codes_of_budget("一般公共预算")[0][0]
    values.append(str(len(values) + 1))
    session.type_figure(CELL.format(code=code), values[-1])


def main() -> None:
    desk, report = app.desk(), report_to_read()
    with chapter(f"整个程序（{report.parent.name}/{report.name}）"):
        measured("juesuan forms", lambda: process("forms"), times=5)
        measured("juesuan check", lambda: process("check", str(report)), times=5)
        measured("其中读入", lambda: desk.read(report))
        measured("其中读入和检查", lambda: desk.check(report))
    with TemporaryDirectory() as name:
        folder = Path(name)
        for lines in (60, 500):
            with chapter(f"改一个数，每张科目表 {lines} 行"):
                session, values = session_of(desk, folder, lines), []
                measured("到全部结论", lambda s=session, v=values: edit(s, v))
                measured("写到磁盘", session.save, times=1)
                measured("重新打开", lambda p=folder / f"{lines}.juesuan": desk.open(p).close(), times=3)
                session.close()
        with chapter("成品"):
            session = desk.look_at(report)
            for suffix in ("xlsx", "pdf"):
                target = folder / f"report.{suffix}"
                measured(f"导出 {suffix}", lambda t=target: desk.export(session, [t]), times=3)
            session.close()


if __name__ == "__main__":
    main()
