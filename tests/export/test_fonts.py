"""Every character is drawn by a font that has it, and one that no font has is reported."""

from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from juesuan_desktop.export.fonts import Fonts, Use
from juesuan_desktop.export.outcome import ExportError


def make_font(path: Path, characters: str) -> None:
    """A TrueType font of a few characters, all of them one full square wide."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((900, 0))
    pen.lineTo((0, 900))
    pen.closePath()
    names = [".notdef", *(f"u{ord(character):X}" for character in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(character): f"u{ord(character):X}" for character in characters})
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


@pytest.fixture
def windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PC with a Windows folder of fonts, still empty."""
    folder = tmp_path / "Fonts"
    folder.mkdir()
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.delenv("JUESUAN_FONTS", raising=False)
    return folder


def fonts_of(fonts: Fonts, use: Use, text: str) -> list[str]:
    return [font for font, _ in fonts[use].runs(text)]


def test_the_font_of_the_pc_comes_first(windows: Path) -> None:
    make_font(windows / "simfang.ttf", " 甲")
    fonts = Fonts()
    assert fonts_of(fonts, Use.FANGSONG, "甲乙甲") == ["simfang", "NotoSerifSC-GBK", "simfang"]
    assert fonts_of(fonts, Use.HEI, "甲乙") == ["NotoSansSC-GBK"]


def test_the_setting_leaves_the_fonts_of_the_pc_aside(windows: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_font(windows / "simfang.ttf", " 甲")
    assert fonts_of(Fonts(builtin=True), Use.FANGSONG, "甲") == ["NotoSerifSC-GBK"]
    monkeypatch.setenv("JUESUAN_FONTS", "builtin")
    assert fonts_of(Fonts(), Use.FANGSONG, "甲") == ["NotoSerifSC-GBK"]


def test_a_broken_font_is_passed_over(windows: Path) -> None:
    (windows / "simhei.ttf").write_bytes(b"OTTO not a font")
    assert fonts_of(Fonts(), Use.HEI, "甲") == ["NotoSansSC-GBK"]


def test_a_rare_character_is_drawn_by_the_next_font_that_has_it() -> None:
    fonts = Fonts(builtin=True)
    assert fonts_of(fonts, Use.SONG, "㛃𠮷") == ["NotoSerifSC-GBK", "JuesuanKai-GBK"]
    assert fonts.missing == set()


def test_a_character_no_font_has_is_reported_and_shown() -> None:
    fonts = Fonts(builtin=True)
    assert list(fonts[Use.HEI].runs("甲\U000300f7")) == [("NotoSansSC-GBK", "甲〓")]
    assert fonts.missing == {"\U000300f7"}


def test_control_characters_take_no_room() -> None:
    face = Fonts(builtin=True)[Use.SONG]
    assert list(face.runs("甲\x07乙\u200b\t")) == [("NotoSerifSC-GBK", "甲乙 ")]
    assert face.width("甲\x07") == face.width("甲") == 1


def test_without_any_font_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("juesuan_desktop.export.fonts.resources", lambda: tmp_path)
    with pytest.raises(ExportError, match="重新安装"):
        Fonts(builtin=True)[Use.SONG].width("甲")
