"""Make resources/codes/initials.csv: which characters begin with which pinyin letter.

    python -m pip install pypinyin==0.55.0
    python build/make_pinyin.py

pypinyin (MIT) is needed for this alone, so it is no requirement of the program nor of its tests. Equal input gives
equal bytes: the file is committed once and made again only when a name holds a character it lacks.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

CODES = Path(__file__).resolve().parents[1] / "resources" / "codes"
TARGET = CODES / "initials.csv"


def everyday() -> set[str]:
    """Return the 6,763 Chinese characters of GB 2312: what any list of 科目 is written with."""
    pairs = (bytes([lead, trail]) for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF))
    return {character for pair in pairs for character in pair.decode("gb2312", "ignore")}


def in_names() -> set[str]:
    """Return the Chinese characters in the names we ship."""
    texts = (path.read_text(encoding="utf-8-sig") for path in sorted(CODES.glob("*.csv")) if path != TARGET)
    return {character for text in texts for character in text if "㐀" <= character <= "鿿"}


def initials(characters: Iterable[str]) -> dict[str, list[str]]:
    """Return the characters by first letter; one with several readings stands under each of their letters."""
    from pypinyin import Style, pinyin  # type: ignore[import-not-found]  # see above

    by_letter: dict[str, list[str]] = defaultdict(list)
    for character in sorted(characters):
        [readings] = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore") or [[]]
        for letter in sorted({reading[0] for reading in readings if reading[:1].isascii()}):
            by_letter[letter].append(character)
    return by_letter


def main() -> None:
    """Write the file."""
    by_letter = initials(everyday() | in_names())
    rows = [f"{letter},{''.join(by_letter[letter])}" for letter in sorted(by_letter)]
    TARGET.write_text("\n".join(["initial,characters", *rows, ""]), encoding="utf-8", newline="\n")
    print(f"{TARGET.name}  {TARGET.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
