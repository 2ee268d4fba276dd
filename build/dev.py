"""Set up the project and drive it: ``python build/dev.py run``. Needs nothing but Python 3.11 or newer."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 whoever has an older Python is told, not shown a traceback
    sys.exit("需要 Python 3.11 或更新的版本。")
if sys.maxsize < 2**32:
    sys.exit("需要 64 位的 Python：窗口用的库没有 32 位的。")

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from setup import checks, environment, sample, translations
from setup.console import ROOT, run, say, use_utf8


@dataclass(frozen=True)
class Command:
    """What a person can ask for: what it is good for, and what does it."""

    purpose: str
    action: Callable[[Sequence[str]], int]


def start(_options: Sequence[str]) -> int:
    """Show the program at work on the sample."""
    return translations.compile_stale() or sample.tour()


def test(options: Sequence[str]) -> int:
    """Check everything, the tests last: who reads the end of the output sees their count."""
    return 0 if checks.passes((*checks.LINT, checks.TRANSLATIONS, checks.TESTS), options) else 1


def lint(_options: Sequence[str]) -> int:
    """Check everything but the tests."""
    return 0 if checks.passes(checks.LINT) else 1


def bench(_options: Sequence[str]) -> int:
    """Run the benchmarks one after another; each prints its own lines."""
    scripts = sorted((ROOT / "tests" / "benchmarks").glob("[!_]*.py"))
    return max((run([environment.PYTHON, script]) for script in scripts), default=0)


def tidy(_options: Sequence[str]) -> int:
    """Mend what can be mended by machine."""
    fixed = run([environment.PYTHON, "-m", "ruff", "check", "--fix"])
    return run([environment.PYTHON, "-m", "ruff", "format"]) or fixed


def translate(_options: Sequence[str]) -> int:
    """Collect the texts of the interface and compile what is translated."""
    return translations.collect() or translations.compile_stale()


def freeze(options: Sequence[str]) -> int:
    """Make the program that needs no Python, and try it."""
    return translations.compile_stale() or run([environment.PYTHON, ROOT / "build" / "freeze.py", *options])


COMMANDS = {
    "run": Command("用样例报告走一遍：读入、审核、导出，再打开窗口（没有屏幕就画成图片）", start),
    "test": Command("全部检查和测试；后面的参数交给 pytest", test),
    "lint": Command("只做检查，不跑测试", lint),
    "format": Command("整理代码的写法和排版", tidy),
    "bench": Command("量速度", bench),
    "shots": Command("把窗口的每一页画成图片；后面的参数交给 juesuan shots", sample.shots),
    "freeze": Command("做成不需要 Python 的程序，并和源码对照着试；--try 只试不做", freeze),
    "translate": Command("收集界面文字，编译翻译文件", translate),
}


def usage() -> str:
    """Return the list of commands."""
    lines = [f"  {name:<10}{command.purpose}" for name, command in COMMANDS.items()]
    return "\n".join(["用法：python build/dev.py 命令", "", *lines])


def main(arguments: Sequence[str]) -> int:
    """Prepare the environment and run one command."""
    use_utf8()
    if not arguments or arguments[0] not in COMMANDS:
        say(usage())
        return 2
    environment.prepare()
    return COMMANDS[arguments[0]].action(arguments[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("\n已停止。")
