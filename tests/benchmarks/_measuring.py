"""Medians and ratios, printed in one line each. Nothing fails on time."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
REFERENCE = TESTS.parents[1] / "shared" / "reference" / "hunan-2023" / "report.txt"
SAMPLE = TESTS.parent / "resources" / "samples" / "sample.txt"

V = TypeVar("V")


def report_to_read() -> Path:
    """The published report where it is at hand, else the sample."""
    return REFERENCE if REFERENCE.is_file() else SAMPLE


def measured(name: str, work: Callable[[], V], *, times: int = 9, target: float | None = None) -> tuple[V, float]:
    """Run the work some times and print its median in milliseconds; the answer is its last result and the median."""
    seconds = []
    for _ in range(times):
        gc.collect()
        start = perf_counter()
        result = work()
        seconds.append(perf_counter() - start)
    middle = median(seconds) * 1000
    told = f"（目标 {target:g} 毫秒以内{'' if middle <= target else '，没有达到'}）" if target else ""
    print(f"{name}：{middle:.1f} 毫秒，最快 {min(seconds) * 1000:.1f}{told}", flush=True)
    return result, middle


@contextmanager
def chapter(title: str) -> Iterator[None]:
    """A heading, and a blank line below."""
    print(f"== {title}")
    yield
    print(flush=True)
