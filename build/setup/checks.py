"""Everything a change has to pass, one line each."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from setup import translations
from setup.console import run, say
from setup.environment import PYTHON


@dataclass(frozen=True)
class Check:
    """One thing to pass: its name for the summary, and what to run."""

    name: str
    action: Callable[[Sequence[str]], int]


def _python(*command: str) -> Callable[[Sequence[str]], int]:
    return lambda extra: run([PYTHON, "-m", *command, *extra])


def _imports(extra: Sequence[str]) -> int:
    # Import-linter has no `-m` entry.
    return run([PYTHON.with_name("lint-imports" + PYTHON.suffix), *extra])


def _pytest(extra: Sequence[str]) -> int:
    return run([PYTHON, "-m", "pytest", *extra], QT_QPA_PLATFORM="offscreen")


LINT = (
    Check("写法 ruff check", _python("ruff", "check", "--quiet")),
    Check("排版 ruff format", _python("ruff", "format", "--check", "--quiet")),
    Check("类型 mypy", _python("mypy")),
    Check("房间之间的引用 import-linter", _imports),
)
TRANSLATIONS = Check("翻译文件", lambda _extra: translations.compile_stale())
TESTS = Check("测试 pytest", _pytest)


def passes(checks: Sequence[Check], tests_only: Sequence[str] = ()) -> bool:
    """Run all checks, whatever fails, and end with a summary; extra arguments go to pytest alone."""
    results = [(check, *_timed(check, tests_only if check is TESTS else ())) for check in checks]
    say("")
    for check, code, seconds in results:
        say(f"  {'通过' if code == 0 else '没过'}  {check.name}（{seconds:.1f} 秒）")
    return all(code == 0 for _check, code, _seconds in results)


def _timed(check: Check, extra: Sequence[str]) -> tuple[int, float]:
    say(f"\n== {check.name}")
    start = time.perf_counter()
    return check.action(extra), time.perf_counter() - start
