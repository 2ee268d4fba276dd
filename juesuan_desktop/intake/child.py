"""The child process: reads one file from outside within limits and says what it found, as JSON on standard output.

It imports little (its start is paid for with every file), opens no other file, follows no link, runs no macro.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from juesuan_desktop.intake.process.allowance import PAGE, Allowance, limit_own_time
from juesuan_desktop.intake.process.following import Follower, nobody
from juesuan_desktop.intake.refusal import DAMAGED, Refusal
from juesuan_desktop.obstacles import obstacle

MEMORY = 300_000_000

Found = list[dict[str, Any]]


def main(arguments: Sequence[str]) -> int:
    """Read the file ``arguments[1]``, which is of the kind ``arguments[0]``."""
    kind, path = arguments
    allowance = Allowance(_limited())

    def told(done: int, total: int) -> None:
        if kind == "pdf":
            allowance.more(PAGE)
        _say(b"%d/%d\n" % (done, total))

    answer = json.dumps(_answer(kind, Path(path), told)).encode("ascii")
    allowance.close()
    _say(answer)
    return 0


def _say(line: bytes) -> None:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _answer(kind: str, path: Path, told: Follower = nobody) -> dict[str, Any]:
    try:
        return {"found": READERS[kind](path, told)}
    except Refusal as refusal:
        return {"error": str(refusal)}
    except FileNotFoundError:
        return {"error": "文件不见了，打不开，请检查 U 盘或网络盘是否还连着"}
    except OSError as error:
        return {"error": f"打不开：{obstacle(error)}"}
    except MemoryError:
        return {"error": "内容太多，内存放不下，请在 Excel 或 WPS 中删去多余的行列、另存后再导入"}
    except Exception:  # a parser's own surprise on a broken file: nothing of ours is at stake in this process
        import traceback

        traceback.print_exc()
        return {"error": DAMAGED}


def _limited() -> Callable[[float], None]:
    """The system limits the memory of this process where it can; sizes are looked at first everywhere.

    The answer limits its time: until how many seconds of the processor.
    """
    try:
        import resource
    except ImportError:  # Windows
        from juesuan_desktop.intake.process.windows_job import limit_own_memory

        return limit_own_memory(MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit_own_time


def _zip(path: Path, told: Follower) -> Found:
    from juesuan_desktop.intake.office.parcel import Parcel

    with Parcel(path) as parcel:
        if parcel.is_workbook:
            from juesuan_desktop.intake.workbook.workbook import read_xlsx

            return read_xlsx(parcel, told)
        if parcel.is_word:
            from juesuan_desktop.intake.word.document import read_docx

            return read_docx(parcel, told)
        raise Refusal(parcel.what_else())


def _ole(path: Path, told: Follower) -> Found:
    from juesuan_desktop.intake.workbook.workbook import read_xls

    return read_xls(path.read_bytes(), path.suffix.lower(), told)


def _html(path: Path, _: Follower) -> Found:
    from juesuan_desktop.intake.workbook.web_page import read_html

    return read_html(path.read_bytes())


def _xml(path: Path, _: Follower) -> Found:
    from juesuan_desktop.intake.workbook.spreadsheetml import read_xml

    return read_xml(path.read_bytes())


def _pdf(path: Path, told: Follower) -> Found:
    from juesuan_desktop.intake.pdf.document import read_pdf
    from juesuan_desktop.intake.pdf.file import packed

    return packed(read_pdf(path, told))


Reader = Callable[[Path, Follower], Found]
READERS: Mapping[str, Reader] = {"zip": _zip, "ole": _ole, "html": _html, "xml": _xml, "pdf": _pdf}
