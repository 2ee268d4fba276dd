"""A few seconds of fuzzing with every test run; ``python -m tests.fuzz`` runs as long as one likes."""

from pathlib import Path

import pytest

from tests.fuzz.mutating import DEEP, KINDS, mutated
from tests.fuzz.trying import tried


@pytest.mark.parametrize("kind", KINDS)
def test_damaged_files_are_read_or_refused(tmp_path: Path, kind: str) -> None:
    for number in range(2 if kind.startswith(DEEP) else 8):
        path = tmp_path / f"{number}{KINDS[kind].suffix}"
        path.write_bytes(mutated(kind, 2024, number))
        end, trace = tried(path)
        assert end != "FAILED", f"python -m tests.fuzz 1 --seed 2024 --kinds {kind} (number {number})\n{trace}"


def test_the_same_seed_gives_the_same_damage() -> None:
    assert all(mutated(kind, 3, 5) == mutated(kind, 3, 5) for kind in KINDS)
    assert mutated("txt", 3, 5) != mutated("txt", 3, 6)
