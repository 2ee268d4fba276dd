"""Make the fonts in resources/fonts: TrueType subsets with every character a report can hold.

    python build/make_fonts.py INPUT [OUTPUT]

INPUT is a folder that holds, at any depth, the unpacked contents of

    npm pack @expo-google-fonts/noto-serif-sc     (0.4.3: NotoSerifSC_400Regular.ttf)
    npm pack @expo-google-fonts/noto-sans-sc      (0.4.3: NotoSansSC_400Regular.ttf, LICENSE_FONT)
    apt-get download fonts-lxgw-wenkai            (1.250: LXGWWenKai-Regular.ttf)

Equal input gives equal bytes, so the fonts are committed once and made again only to be checked or renewed.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]

# Marks of reports and of our own screen that GBK lacks; a font that lacks one too goes without.
MARKS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㎡㎏—…“”‘’￥¥−≤≥×÷Σ□▣✓✗▲●○◐"

# Characters of 通用规范汉字表 that GBK lacks, in the basic plane: they stand in names of people and places. 𠮷 stands
# in names too; of the three fonts only WenKai has it.
NAMES = (
    "㑇㑊㕮㘎㘚㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠"
    "䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮鿍鿎鿏𠮷"
)

# The name-table entries that a person sees: family, unique id, full name, PostScript name.
FAMILY, UNIQUE, FULL, VERSION, POSTSCRIPT = 1, 3, 4, 5, 6
CHINESE = 0x804


@dataclass(frozen=True)
class Face:
    """One font to make, with the notice its licence wants beside it."""

    source: str
    target: str
    notice: tuple[str, ...]
    renamed: tuple[str, str] | None = None
    """English and Chinese family name where the licence reserves the original one."""


FACES = (
    Face(
        "NotoSerifSC_400Regular.ttf",
        "NotoSerifSC-GBK",
        ("Copyright 2017-2024 Adobe (http://www.adobe.com/).", "Noto is a trademark of Google Inc."),
    ),
    Face(
        "NotoSansSC_400Regular.ttf",
        "NotoSansSC-GBK",
        ("Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.",),
    ),
    Face(
        "LXGWWenKai-Regular.ttf",
        "JuesuanKai-GBK",
        (
            "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai),",
            "with Reserved Font Names '霞鹜' and 'LXGW'.",
            "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee).",
            "",
            "This is a Modified Version of LXGW WenKai 1.250: a subset of its characters, therefore renamed.",
        ),
        renamed=("Juesuan Kai", "决算楷体"),
    ),
)


def gbk() -> set[int]:
    """Return every character that Windows' Chinese code page can write."""
    pairs = (bytes([lead, trail]) for lead in range(0x81, 0xFF) for trail in range(0x40, 0xFF))
    return {ord(character) for pair in pairs for character in pair.decode("gbk", "ignore")}


def wanted(sans: TTFont) -> set[int]:
    """Return the characters to keep.

    Beyond the basic plane that is what Noto Sans SC has: there its makers followed 通用规范汉字表, while WenKai
    adds a thousand dialect characters nobody is called by.
    """
    latin = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
    beyond = {code for code in sans.getBestCmap() if code > 0xFFFF}
    return latin | gbk() | beyond | {ord(character) for character in MARKS + NAMES}


def options() -> Options:
    """Keep outlines, widths and names only: nothing we draw with uses hinting, layout or vertical writing."""
    return Options(
        hinting=False,
        layout_features=[],
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
        name_IDs=["*"],
        name_languages=["*"],
        drop_tables=["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "gasp", "prep", "vhea", "vmtx"],
    )


def rename(font: TTFont, english: str, chinese: str) -> None:
    """Give the font its own name in every name-table entry that shows one."""
    style = f"{english.replace(' ', '')}-Regular"
    names = {FAMILY: english, UNIQUE: f"{style} (subset)", FULL: english, POSTSCRIPT: style}
    for record in font["name"].names:
        if record.nameID in names:
            is_chinese_family = record.nameID == FAMILY and record.langID in {CHINESE, 33}
            record.string = chinese if is_chinese_family else names[record.nameID]


def mark_as_subset(font: TTFont) -> None:
    """Say in the version that this is not the original font."""
    for record in font["name"].names:
        if record.nameID == VERSION:
            record.string = f"{record.toUnicode()}; GBK subset"


def make(face: Face, source: Path, characters: set[int], output: Path) -> Path:
    """Write one subset and return its path."""
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options())
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    mark_as_subset(font)
    if face.renamed:
        rename(font, *face.renamed)
    target = output / f"{face.target}.ttf"
    font.save(target)
    return target


def write_licence(face: Face, licence: str, output: Path) -> None:
    """Put the notice of the font above the text of the Open Font License."""
    body = licence[licence.index("This Font Software is licensed") :].replace("\r\n", "\n")
    text = "\n".join((*face.notice, "", "")) + "\n".join(line.rstrip() for line in body.splitlines()) + "\n"
    (output / f"OFL-{face.target}.txt").write_text(text, encoding="utf-8", newline="\n")


def find(folder: Path, name: str) -> Path:
    """Return the input file of that name, wherever it was unpacked."""
    found = sorted(folder.rglob(name))
    if not found:
        sys.exit(f"{folder} 里没有 {name}，应从哪里取见本文件开头。")
    return found[0]


def main(arguments: list[str]) -> None:
    """Make all fonts and their licences."""
    if not arguments:
        sys.exit(__doc__)
    source = Path(arguments[0])
    output = Path(arguments[1]) if len(arguments) > 1 else ROOT / "resources" / "fonts"
    output.mkdir(parents=True, exist_ok=True)
    sans = find(source, "NotoSansSC_400Regular.ttf")
    licence = (sans.parents[1] / "LICENSE_FONT").read_text(encoding="utf-8")
    characters = wanted(TTFont(sans))
    for face in FACES:
        target = make(face, find(source, face.source), characters, output)
        write_licence(face, licence, output)
        print(f"{target.name}  {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
