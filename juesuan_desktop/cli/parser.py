"""The words of the command line."""

import argparse
import re
import sys
from pathlib import Path
from typing import NoReturn

from juesuan_desktop.amounts import REPORT_UNITS
from juesuan_desktop.cli import NOT_DONE
from juesuan_desktop.storage import OWN_SUFFIX

SHOWS_BEFORE_TAKING = ("import", "rollover")
_LONGEST_NUMBER = 9
_SIZE, _SCALE = re.compile(r"\d{3,4}x\d{3,4}", re.ASCII), re.compile(r"\d(?:\.\d+)?", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


class Parser(argparse.ArgumentParser):
    """Says in one Chinese sentence what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        """Print the sentence and stop with 2."""
        print(f"命令写得不对（{_chinese(message)}），用法见：{self.prog} --help", file=sys.stderr)
        raise SystemExit(NOT_DONE)


def build_parser() -> Parser:
    """The parser of ``juesuan``; ``args.command`` is the command's name, None for the window."""
    parser = Parser(prog="juesuan", description="决算公开：填写、检查、汇编部门决算公开报告")
    commands = parser.add_subparsers(dest="command", metavar="命令", parser_class=Parser)
    for name, words, arguments in _COMMANDS:
        command = commands.add_parser(name, help=words, description=words)
        for flags, options in arguments:
            command.add_argument(*flags, **options)
    return parser


def parse(argv: list[str]) -> argparse.Namespace:
    """The parsed command; a bare file (or nothing) is the window."""
    names = {name for name, _, _ in _COMMANDS}
    if not argv or (argv[0] not in names and not argv[0].startswith("-")):
        if len(argv) > 1:
            build_parser().error(f"没有「{argv[0]}」这个命令")
        return argparse.Namespace(command=None, file=Path(argv[0]) if argv else None)
    args = build_parser().parse_args(argv)
    if args.command in SHOWS_BEFORE_TAKING and args.output is None and not args.json:
        Parser(prog=f"juesuan {args.command}").error("the following arguments are required: -o/--output")
    return args


def size(text: str) -> tuple[int, int]:
    """`1366x768` as two numbers."""
    width, _, height = text.lower().partition("x")
    if not _SIZE.fullmatch(text.lower()) or int(width) < 320 or int(height) < 240:
        raise argparse.ArgumentTypeError(f"大小「{text}」应写成 1366x768")
    return int(width), int(height)


def scale(text: str) -> float:
    """How much larger than usual: pictures of no size, or of a million points, cannot be drawn."""
    if not _SCALE.fullmatch(text) or not 0.5 <= float(text) <= 4:
        raise argparse.ArgumentTypeError(f"「{text}」应在 0.5 与 4 之间")
    return float(text)


def several(text: str) -> int:
    """How many at once: one or more."""
    if not text.isdecimal() or int(text[:_LONGEST_NUMBER]) < 1:
        raise argparse.ArgumentTypeError(f"「{text}」应是 1 或更大的整数")
    return int(text[:_LONGEST_NUMBER])


def year(text: str) -> int:
    """A year as one writes it."""
    if not _YEAR.fullmatch(text):
        raise argparse.ArgumentTypeError(f"「{text}」应是四位数的年度，如 2023")
    return int(text)


def one_line(text: str) -> str:
    """A name in one line, or a place; not nothing."""
    name = " ".join(text.split())
    if not name:
        raise argparse.ArgumentTypeError("不能是空的")
    return name


def place(text: str) -> str:
    """A file, folder or pattern; the empty one would be the folder one happens to be in."""
    one_line(text)
    return text


def own_file(text: str) -> Path:
    """A new file of ours: by another name it could not be opened again."""
    if not text.lower().endswith(OWN_SUFFIX):
        raise argparse.ArgumentTypeError(f"「{text}」应以 {OWN_SUFFIX} 结尾")
    return Path(text)


_FILE = (("file",), {"type": Path, "metavar": "FILE", "help": "报告文件"})
_JSON = (("--json",), {"action": "store_true", "help": "用 JSON 输出"})
_FORM = (("--form",), {"metavar": "ID", "help": "样表，如 hunan；不写则自动认"})
_NEW = (("-o", "--output"), {"type": own_file, "required": True, "metavar": "NEW.juesuan", "help": "新文件"})
_TAKING = (
    (("-o", "--output"), {"type": own_file, "metavar": "NEW.juesuan", "help": "新文件；没有它就要有 --json，只看不写"}),
    (("--json",), {"action": "store_true", "help": "用 JSON 说明带来什么、从哪里来；没有 -o 就只看不写"}),
    (
        ("--amount-unit",),
        {"choices": REPORT_UNITS, "metavar": "|".join(REPORT_UNITS), "help": "文件的金额单位；不写则自动认"},
    ),
    _FORM,
)

_COMMANDS = (
    (
        "new",
        "新建一份报告",
        (
            (("--form",), {"required": True, "metavar": "ID", "help": "样表"}),
            (("--year",), {"required": True, "type": year, "metavar": "Y", "help": "年度"}),
            (("--unit",), {"required": True, "type": one_line, "metavar": "NAME", "help": "单位名称"}),
            _NEW,
        ),
    ),
    (
        "check",
        "按印出的样子检查报告（文件、文件夹、通配符）",
        (
            (("paths",), {"nargs": "+", "type": place, "metavar": "PATH", "help": "报告、文件夹或通配符"}),
            _JSON,
            _FORM,
            (("--jobs",), {"type": several, "default": 1, "metavar": "N", "help": "同时检查几份"}),
        ),
    ),
    ("show", "列出读到的全部数值和文字", (_FILE, _JSON)),
    (
        "import",
        "把一份报告变成可编辑的文件，数字照印",
        (_FILE, *_TAKING, (("--year",), {"type": year, "metavar": "Y", "help": "文件的年度；不写则自动认"})),
    ),
    (
        "rollover",
        "从上年的文件生成本年的报告",
        (
            (("file",), {"type": Path, "metavar": "LAST", "help": "上年的报告"}),
            (("--year",), {"required": True, "type": year, "metavar": "Y", "help": "本年度"}),
            *_TAKING,
        ),
    ),
    (
        "export",
        "导出成品（xlsx、pdf）",
        (
            _FILE,
            (("--to",), {"type": Path, "action": "append", "required": True, "metavar": "OUT", "help": "导出到"}),
            (("--final",), {"action": "store_true", "help": "定稿：有错误就不导出"}),
        ),
    ),
    (
        "forms",
        "列出样表；--check 检查一个样表文件夹",
        ((("--check",), {"type": Path, "metavar": "DIR", "dest": "folder", "help": "样表文件夹"}),),
    ),
    (
        "handbook",
        "勾稽关系手册（pdf、xlsx）",
        (
            (("--form",), {"required": True, "metavar": "ID", "help": "样表"}),
            (("--year",), {"required": True, "type": year, "metavar": "Y", "help": "年度"}),
            (("--to",), {"required": True, "type": Path, "metavar": "OUT", "help": "写到"}),
        ),
    ),
    (
        "subjects",
        "换用自己的科目表（Excel、CSV）",
        ((("file",), {"type": Path, "metavar": "LIST", "help": "有科目编码、科目名称两列的表"}),),
    ),
    (
        "shots",
        "把窗口每一页画成图片",
        (
            _FILE,
            (("-o", "--output"), {"type": Path, "required": True, "metavar": "DIR", "help": "图片文件夹"}),
            (("--size",), {"type": size, "default": (1366, 768), "metavar": "1366x768", "help": "窗口大小"}),
            (("--scale",), {"type": scale, "default": 1.0, "metavar": "1.5", "help": "缩放"}),
        ),
    ),
)

_SAYINGS = (
    ("the following arguments are required: ", "缺少 "),
    ("unrecognized arguments: ", "不认识 "),
    ("invalid choice: ", "没有这个选择 "),
    ("expected one argument", "后面要跟一个值"),
    ("expected at least one argument", "后面至少要跟一个值"),
    ("argument ", "参数 "),
    ("choose from", "可选"),
)


def _chinese(message: str) -> str:
    for english, chinese in _SAYINGS:
        message = message.replace(english, chinese)
    return message
