"""Makes the files in tests/files/foreign with other programs: ``python -m tests.files.make.foreign``.

Needs what the development environment does not have: LibreOffice (Debian: libreoffice-calc libreoffice-writer
python3-uno; the system's python3 speaks to it), ``qpdf``, and ``msoffcrypto-tool`` on the PATH (pip, in an environment
of its own). Each run makes other bytes: salts and dates are theirs, what the files say is not.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from openpyxl import Workbook

from juesuan_desktop.app import desk
from tests.files.make.books import put
from tests.files.make.books import save as save_book
from tests.files.make.documents import save as save_document
from tests.files.make.source import SAMPLE, source

HERE = Path(__file__).resolve()
FOLDER = HERE.parents[1] / "foreign"
PASSWORD = "1234"
PATIENCE = 120.0


def small_book(path: Path) -> None:
    """One table of a workbook."""
    workbook = Workbook()
    put(workbook.worksheets[0], source("hunan").grid("overall"))
    save_book(workbook, path)


def small_document(path: Path) -> None:
    """A few words and a table."""
    document = Document()
    document.add_paragraph("收入支出决算总表")
    document.add_table(1, 2).cell(0, 0).text = "项目"
    save_document(document, path)


def export(path: Path, form_id: str = "hunan") -> None:
    """The sample as this program exports it."""
    session = desk().look_at(SAMPLE, form_id)
    desk().export(session, [path])
    session.close()


def ruled_document(path: Path) -> None:
    """shanghai.docx with lines around its cells, on paper that is too short for its rows."""
    document = Document(str(HERE.parents[1] / "shanghai.docx"))
    for table in document.tables:
        table.style = "Table Grid"
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.save(str(path))


def resave(old: Path, new: Path, form: str = "") -> None:
    """Open and save with LibreOffice, in the format of the new name or the one it calls ``form``."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", f"{new.suffix[1:]}{form and ':' + form}", "--outdir", folder, os.fspath(old)]
        subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
        shutil.copyfile(Path(folder, old.stem + new.suffix), new)


def lock_with_libreoffice(*jobs: tuple[Path, Path, str]) -> None:
    """Save with a password: old file, new file, LibreOffice's name for the format."""
    with tempfile.TemporaryDirectory() as folder:
        port = "socket,host=localhost,port=2093;urp;"
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        office = subprocess.Popen(["soffice", profile, "--headless", "--norestore", f"--accept={port}"])
        try:
            words = [os.fspath(word) for job in jobs for word in job]
            command = ["/usr/bin/python3", HERE.with_name("foreign_locks.py"), port, PASSWORD, *words]
            subprocess.run(command, check=True, timeout=PATIENCE)
            office.wait(PATIENCE)
        finally:
            office.kill()


def lock_pdf(old: Path, new: Path, to_open: str) -> None:
    """A PDF with a password to change it, and one to open it if there is one."""
    subprocess.run(["qpdf", "--encrypt", to_open, "5678", "256", "--modify=none", "--", old, new], check=True)


def lock_as_excel(old: Path, new: Path) -> None:
    """Encrypted as Excel does since 2010."""
    subprocess.run(["msoffcrypto-tool", "-e", "-p", PASSWORD, old, new], check=True)


def main() -> None:
    """Make all of them anew."""
    with tempfile.TemporaryDirectory() as folder:
        book, document, own, paper = (Path(folder, name) for name in ("b.xlsx", "d.docx", "own.xlsx", "p.docx"))
        makers: list[tuple[Callable[[Path], None], Path]] = [
            (small_book, book),
            (small_document, document),
            (export, own),
            (ruled_document, paper),
        ]
        for make, path in makers:
            make(path)
        resave(document, FOLDER / "old_word.doc", "MS Word 97")
        resave(document, FOLDER / "text.rtf")
        resave(document, FOLDER / "text.odt")
        resave(book, FOLDER / "sheet.ods")
        resave(own, FOLDER / "resaved.xlsx")
        resave(own, FOLDER / "resaved.xls", "MS Excel 97")
        resave(own, FOLDER / "printed_from_calc.pdf")
        export(titled := Path(folder, "titled.xlsx"), "shanghai")
        resave(titled, FOLDER / "titled.xls", "MS Excel 97")
        resave(paper, FOLDER / "resaved.docx")
        resave(HERE.parents[1] / "tracked.docx", FOLDER / "tracked_resaved.docx")
        resave(HERE.parents[1] / "numbered.docx", FOLDER / "numbered_resaved.docx")
        resave(paper, FOLDER / "printed_from_writer.pdf")
        resave(book, small := Path(folder, "small.pdf"))
        lock_pdf(small, FOLDER / "locked.pdf", PASSWORD)
        lock_pdf(small, FOLDER / "only_to_read.pdf", "")
        lock_as_excel(book, FOLDER / "locked_by_excel.xlsx")
        lock_with_libreoffice(
            (book, FOLDER / "locked.xls", "MS Excel 97"),
            (book, FOLDER / "locked.xlsx", "Calc MS Excel 2007 XML"),
            (document, FOLDER / "locked.docx", "MS Word 2007 XML"),
        )
    for path in sorted(FOLDER.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    started = time.monotonic()
    main()
    print(f"{time.monotonic() - started:.0f} s")
