"""Pictures of the window, in both languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.desk.session import Session
from juesuan_desktop.gui.look.look import Look
from juesuan_desktop.gui.scenes.all_scenes import SCENES
from juesuan_desktop.gui.scenes.shots import draw

ROOT = Path(__file__).resolve().parents[2]
SIZE = (1366, 768)


def test_every_tab_and_panel_is_drawn(desk: Desk, session: Session, look: Look, tmp_path: Path) -> None:
    tables = [table.id for table in session.form.tables]
    made = draw(session, desk, look, tmp_path / "shots", SIZE)
    names = [path.stem[3:] for path in made]
    texts = ["part-10", "supplements", "part-12", "part-13", "part-14"]
    assert names == ["overview", *tables, *texts, *(name for name, _ in SCENES)]
    assert all(name.isascii() for name in names)
    for path in made:
        image = QImage(str(path))
        assert (image.width(), image.height()) == SIZE
        assert len({image.pixel(x, y) for x in range(0, SIZE[0], 7) for y in range(0, SIZE[1], 7)}) > 20


def test_the_window_speaks_english(desk: Desk, look: Look, tmp_path: Path, qapp: QApplication) -> None:
    """Every widget is built in the other language too: a placeholder that was lost in translation would show here.

    The report is as new as can be: a scene that needs lines or figures takes those of the sample.
    """
    session = desk.create(tmp_path / "new.juesuan", "shanghai", 2024, "测试中心")
    file = ROOT / "translations" / "juesuan_en.qm"
    translator = QTranslator()
    if not translator.load(str(file)):
        pytest.skip("translations are compiled by build/dev.py")
    qapp.installTranslator(translator)
    try:
        assert qapp.translate("Commands", "新建…") == "New…"
        assert draw(session, desk, look, tmp_path / "shots", SIZE)
    finally:
        session.close()
        qapp.removeTranslator(translator)


def test_every_text_is_translated() -> None:
    assert "unfinished" not in (ROOT / "translations" / "juesuan_en.ts").read_text(encoding="utf-8")
