"""Broken inputs by the thousand: ``python -m tests.fuzz 2000 --seed 1 --kinds txt xlsx html docx --keep FOLDER``.

Any exception that is not an IntakeError is a failure; the input that made it is kept.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.mutating import KINDS, mutated
from tests.fuzz.trying import tried


def main() -> int:
    """Run; the answer is 1 if something failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", nargs="+", default=list(KINDS), choices=list(KINDS))
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "juesuan-fuzz")
    args = parser.parse_args()
    args.keep.mkdir(parents=True, exist_ok=True)
    ends: Counter[str] = Counter()
    slowest = 0.0
    for number in range(args.count):
        kind = args.kinds[number % len(args.kinds)]
        path = args.keep / f"{kind}-{args.seed}-{number}{KINDS[kind].suffix}"
        path.write_bytes(mutated(kind, args.seed, number))
        start = time.monotonic()
        end, trace = tried(path)
        slowest = max(slowest, time.monotonic() - start)
        ends[f"{kind} {end}"] += 1
        if trace:
            print(path, trace, sep="\n")
        else:
            path.unlink()
    for end, count in sorted(ends.items()):
        print(f"{count:6} {end}")
    print(f"slowest {slowest:.2f} s")
    return 1 if any(end.endswith("FAILED") for end in ends) else 0


if __name__ == "__main__":
    sys.exit(main())
