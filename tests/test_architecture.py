"""House rules that no other tool checks."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "juesuan_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))

MAY_KNOW_QT = ("gui/", "app.py", "app/", "__main__.py")
ONLY_LAZILY = ("app.py", "app/", "__main__.py")
ONLY_MONEY = ("amounts.py", "report/", "rules/", "storage/")
MONEY_AND_MILLIMETRES = ("forms/", "intake/")
NO_MONEY = {
    "forms/shelf.py: float(width)",  # widths of columns
    "rules/cells.py: 0.4",  # how alike two words are
}

FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "misc", "manager"}
LONGEST_FILE = 300


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def modules_in(*places: str) -> list[Path]:
    return [path for path in MODULES if place(path).startswith(places)]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module


def imports_qt(nodes: Iterator[ast.AST]) -> list[int]:
    return [node.lineno for node in nodes for name in imported(node) if re.match(r"PySide6|shiboken6", name)]  # type: ignore[attr-defined]


def at_import_time(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs when the module is imported: everything outside functions and ``if TYPE_CHECKING``."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or asks_for_types(child):
            continue
        yield child
        yield from at_import_time(child)


def asks_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def float_calls(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield f"{place(path)}: {ast.unparse(node)}"


def float_literals(path: Path) -> Iterator[str]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield f"{place(path)}: {node.value}"


def tracked_files() -> list[str]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listing.stdout.decode("utf-8").split("\0") if name]


def pins(name: str) -> set[str]:
    lines = (ROOT / "build" / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-r"))}


def test_only_the_window_knows_qt() -> None:
    below = [path for path in MODULES if not place(path).startswith(MAY_KNOW_QT)]
    assert [place(path) for path in below if imports_qt(ast.walk(tree(path)))] == []


def test_the_command_line_starts_without_qt() -> None:
    """``juesuan check`` must not pay for a window: app and __main__ import Qt inside functions only."""
    assert [place(path) for path in modules_in(*ONLY_LAZILY) if imports_qt(at_import_time(tree(path)))] == []


def test_money_is_never_made_a_float() -> None:
    """0.1 + 0.2 is not 0.3 in binary: amounts are ``Decimal`` made from text."""
    modules = modules_in(*ONLY_MONEY, *MONEY_AND_MILLIMETRES)
    assert {fault for path in modules for fault in float_calls(path)} - NO_MONEY == set()


def test_where_only_money_is_handled_no_float_is_written() -> None:
    """Forms and intake may write one: widths of columns and places on a page are no money."""
    assert {fault for path in modules_in(*ONLY_MONEY) for fault in float_literals(path)} - NO_MONEY == set()


def test_files_are_named_for_what_they_hold() -> None:
    assert [
        place(path) for path in MODULES if path.stem in FORBIDDEN_NAMES or path.parent.name in FORBIDDEN_NAMES
    ] == []


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_file_needs_no_table_of_contents(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST_FILE, "two files, perhaps?"


@pytest.mark.skipif(shutil.which("git") is None or not (ROOT / ".git").exists(), reason="没有 git")
def test_file_names_are_ascii() -> None:
    """They travel through zip files, consoles and build tools that know one code page."""
    assert [name for name in tracked_files() if not name.isascii()] == []


def test_the_pins_repeat_what_the_package_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["dependencies"]) <= pins("requirements.txt")


def test_what_the_package_asks_for_it_uses() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {line.partition("==")[0].lower() for line in project["dependencies"]}
    tops = {name.partition(".")[0] for path in MODULES for node in ast.walk(tree(path)) for name in imported(node)}
    providers = importlib.metadata.packages_distributions()
    used = {provider.lower().replace("_", "-") for top in tops for provider in providers.get(top, ())}
    assert wanted <= used


def test_every_library_is_pinned_exactly() -> None:
    everything = pins("requirements.txt") | pins("requirements-dev.txt")
    assert [line for line in everything if "==" not in line] == []
