"""Other ways a word has been printed, elsewhere or in earlier years: `names.csv` (表,名,印作,起,止)."""

from dataclasses import dataclass
from pathlib import Path

from juesuan_desktop.forms.csvfile import read_records
from juesuan_desktop.forms.faults import Fault
from juesuan_desktop.forms.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Name:
    """``printed`` stands for ``word`` in ``table``; the years it was used in, None where open or unknown."""

    table: str
    word: str
    printed: str
    first: int | None = None
    last: int | None = None


def load_names(path: Path, vocabulary: Vocabulary) -> tuple[tuple[Name, ...], tuple[Fault, ...]]:
    """Read ``names.csv``; a table or word that the vocabulary does not have is a fault. No file, no names."""
    if not path.is_file():
        return (), ()
    names, faults = [], []
    for number, record in enumerate(read_records(path), start=2):
        words = vocabulary.get(record["表"])
        if words is None or not (words.is_line(record["名"]) or words.is_measure(record["名"])):
            faults.append(Fault(path.name, number, f"「{record['表']}」里没有「{record['名']}」"))
            continue
        years = (int(record[key]) if record[key].isdigit() else None for key in ("起", "止"))
        names.append(Name(record["表"], record["名"], record["印作"], *years))
    return tuple(names), tuple(faults)
