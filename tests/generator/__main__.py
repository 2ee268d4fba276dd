"""``python tests/generator --form hunan --seed 7 -o report.txt`` writes a balanced report; ``--prove N`` tries N."""

import sys
from argparse import ArgumentParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from generator.balanced import balanced
from generator.proof import rejected, unnoticed
from generator.written import as_text
from juesuan_desktop import app


def main() -> int:
    parser = ArgumentParser(prog="generator", description=__doc__)
    parser.add_argument("--form", default="hunan")
    parser.add_argument("--year", type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--lines", type=int, default=8, help="at most so many 项")
    parser.add_argument("--prove", type=int, metavar="N", help="try N reports of every form instead")
    parser.add_argument("-o", "--output", type=Path)
    args = parser.parse_args()
    if args.prove:
        return prove(args.seed, args.prove, args.lines)
    library = app.desk().library
    report = balanced(library.form(args.form), library.book.rules, args.seed, most_lines=args.lines, year=args.year)
    if args.output:
        args.output.write_text(as_text(report), encoding="utf-8")
    else:
        print(as_text(report))
    return 0


def prove(first: int, count: int, most_lines: int) -> int:
    library, faults, changes = app.desk().library, 0, 0
    for form in library.forms():
        for seed in range(first, first + count):
            report = balanced(form, library.book.rules, seed, most_lines=most_lines)
            for evidence in (report.evidence, report.in_wan):
                wrong = [one.check.rule.text for one in rejected(report, evidence)]
                missed = list(unnoticed(report, evidence))
                changes += len(report.figures)
                faults += len(wrong) + len(missed)
                if wrong or missed:
                    print(f"{form.id} seed {seed}: rejected by {wrong}, changes unnoticed at {missed}")
        print(f"{form.id}: {count} balanced reports, {changes} changes so far, {faults} faults", flush=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
