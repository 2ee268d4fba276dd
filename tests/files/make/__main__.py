"""Make every file of tests/files anew."""

from pathlib import Path

from tests.files.make.books import BOOKS
from tests.files.make.bureau import BUREAU
from tests.files.make.documents import DOCUMENTS
from tests.files.make.numbered import numbered

FOLDER = Path(__file__).resolve().parents[1]

for name, make in {**BOOKS, **BUREAU, **DOCUMENTS, "numbered.docx": numbered}.items():
    make(FOLDER / name)
    print(name, (FOLDER / name).stat().st_size)
