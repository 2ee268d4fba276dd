"""Medians and ratios, printed in one line each. Nothing fails on time."""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
REFERENCE = TESTS.parents[1] / "shared" / "reference" / "hunan-2023" / "report.txt"
SAMPLE = TESTS.parent / "resources" / "samples" / "sample.txt"

V = TypeVar("V")


def report_to_read() -> Path:
    """The published report where it is at hand, else the sample."""
    return REFERENCE if REFERENCE.is_file() else SAMPLE


def nothing() -> None:
    """Nothing has to be made ready."""


def measured(
    name: str,
    work: Callable[[], V],
    *,
    times: int = 9,
    target: float | None = None,
    ready: Callable[[], object] = nothing,
) -> tuple[V, float]:
    """Run the work some times and print its median in milliseconds, and how much of that was its own: on a PC that is
    busy elsewhere only the latter says something. ``ready`` comes before each time and is not counted.

    The answer is the last result and the median.
    """
    seconds, own = [], []
    for _ in range(times):
        ready()
        gc.collect()
        start, worked = perf_counter(), process_time()
        result = work()
        own.append(process_time() - worked)
        seconds.append(perf_counter() - start)
    middle = median(seconds) * 1000
    tell(name, seconds, own, target)
    return result, middle


def tell(name: str, seconds: list[float], own: list[float], target: float | None = None) -> None:
    """One line: the median, the fastest, the processor's time, the goal."""
    middle, worked = median(seconds) * 1000, median(own) * 1000
    missed = "，电脑正忙，处理器的时间够" if 0 < worked <= (target or 0) else "，没有达到"
    told = f"（目标 {target:g} 毫秒以内{'' if middle <= target else missed}）" if target else ""
    fastest = f"最快 {min(seconds) * 1000:.1f}"
    processor = f"，处理器 {worked:.1f}，最少 {min(own) * 1000:.1f}" if any(own) else ""
    print(f"{name}：{middle:.1f} 毫秒，{fastest}{processor}{told}", flush=True)


def pace() -> None:
    """How fast this PC is now: the same sum every time. Twice as long is a PC half as fast, or twice as busy."""
    measured("这台电脑：同样的一道加法题", lambda: sum(number * number % 7 for number in range(300_000)))


@contextmanager
def chapter(title: str) -> Iterator[None]:
    """A heading, and a blank line below."""
    print(f"== {title}")
    yield
    print(flush=True)
