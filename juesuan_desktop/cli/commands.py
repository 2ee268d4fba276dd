"""What each command does. The answer of each is the exit code: 0 done, 1 done with errors found, 2 not done."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from juesuan_desktop.cli import DONE, ERRORS_FOUND, NOT_DONE
from juesuan_desktop.cli.many import Checked, check_all, files_of
from juesuan_desktop.cli.telling import levels_line, show_json, show_text
from juesuan_desktop.cli.waiting import told_how_far
from juesuan_desktop.desk.desk import Desk
from juesuan_desktop.rules.findings import ERROR

if TYPE_CHECKING:  # what only some commands need is imported by them
    from juesuan_desktop.desk.proposal import Proposal
    from juesuan_desktop.desk.session import Session
    from juesuan_desktop.export.outcome import Written


def run(args: Namespace, desk: Desk) -> int:
    """Run a parsed command. Raises one of TOLD_ERRORS."""
    return COMMANDS[args.command](args, desk)


def _new(args: Namespace, desk: Desk) -> int:
    desk.create(args.output, args.form, args.year, args.unit).close()
    print(f"已新建 {args.output}")
    return DONE


def _check(args: Namespace, desk: Desk) -> int:
    files = files_of(args.paths, desk.suffixes(), desk.refused_suffixes())
    with told_how_far() if len(files) == 1 else nullcontext():
        checked = tuple(_counted(check_all(files, desk, form_id=args.form, jobs=args.jobs), len(files)))
    if args.json:
        print(json.dumps({"reports": [one.json for one in checked]}, ensure_ascii=False, indent=1))
    elif any(one.text for one in checked):
        print("\n".join(one.text if len(checked) == 1 else one.line for one in checked if one.text))
    for one in checked:
        if one.error:
            print(one.error, file=sys.stderr)
    if any(one.error for one in checked):
        return NOT_DONE
    return ERRORS_FOUND if any(one.has_errors for one in checked) else DONE


def _counted(checked: Iterator[Checked], total: int) -> Iterator[Checked]:
    """Who watches is told how many of many files are done."""
    is_told = total > 1 and sys.stderr.isatty()
    for done, one in enumerate(checked, 1):
        if is_told:
            print(f"\r已检查 {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)
        yield one


def _show(args: Namespace, desk: Desk) -> int:
    with told_how_far():
        report = desk.read(args.file)
    if args.json:
        print(json.dumps(show_json(report), ensure_ascii=False, indent=1))
    else:
        print("\n".join(show_text(report)))
    return DONE


def _import(args: Namespace, desk: Desk) -> int:
    with told_how_far():
        proposal = desk.propose_import(args.file, args.form, args.amount_unit, args.year)
    if args.output is None:
        return _tell(proposal)
    if not proposal.printed.year:
        print(f"「{args.file}」没有认出是哪个年度的，没有导入；请加上 --year，如 --year 2023", file=sys.stderr)
        return NOT_DONE
    session = desk.begin(proposal, args.output)
    session.close()
    if args.json:
        return _tell(proposal)
    print(f"已导入 {args.output}，{session.report.unit_name} {session.report.year}年度，{levels_line(session.outcome)}")
    _warn(proposal)
    return DONE


def _warn(proposal: "Proposal") -> None:
    """What has to be asked before the figures are relied on, and what was not read."""
    beside = (text for table in proposal.printed.tables for text in table.beside)
    for text in filter(None, (proposal.doubt, *proposal.printed.remarks, *beside)):
        print(f"注意：{text}")


def _tell(proposal: "Proposal") -> int:
    """Show what is there to be taken, or was."""
    from juesuan_desktop.cli.proposing import proposal_json

    print(json.dumps(proposal_json(proposal), ensure_ascii=False, indent=1))
    return DONE


def _rollover(args: Namespace, desk: Desk) -> int:
    with told_how_far():
        proposal = desk.propose_rollover(args.file, args.year, args.form, args.amount_unit)
    if args.output is None:
        return _tell(proposal)
    session = desk.begin(proposal, args.output)
    session.close()
    if args.json:
        return _tell(proposal)
    _warn(proposal)
    if not proposal.balances:
        print(f"注意：上年的文件本身有错误，请先用 juesuan check {args.file} 看清楚")
    print(f"已生成 {args.output}，{session.report.unit_name} {session.report.year}年度")
    print(f"沿用上年待确认 {len(session.report.unconfirmed)} 处；只有您知道的：")
    from juesuan_desktop.desk.only_hers import only_hers

    for finding in only_hers(session):
        print(f"  {finding.message}")
    return DONE


def _export(args: Namespace, desk: Desk) -> int:
    session = desk.look_at(args.file)
    try:
        refusal = _why_not_final(session) if args.final else ""
        if refusal:
            print(refusal, file=sys.stderr)
            return ERRORS_FOUND
        for target in args.to:  # each told when it is written: the next may fail
            (written,) = desk.export(session, [target])
            draft = "（草稿：还有错误）" if session.outcome.has_errors else ""
            print(f"已导出 {written.path}{draft}{_unprinted(written)}")
        return ERRORS_FOUND if session.outcome.has_errors else DONE
    finally:
        session.close()


def _unprinted(written: "Written") -> str:
    """What the paper could not show."""
    signs = written.missing
    return f"，{len(signs)} 个字没有字体，印作〓：{signs[:20]}" if signs else ""


def _why_not_final(session: "Session") -> str:
    """Why the report cannot be 定稿 yet, in one sentence; '' if it can."""
    errors = sum(finding.level == ERROR for finding in session.outcome.findings)
    if errors:
        return f"还有 {errors} 条错误，没有导出定稿；请用 juesuan check 查看并改正"
    if session.report.unconfirmed:
        return f"还有 {len(session.report.unconfirmed)} 处沿用上年没有确认，没有导出定稿"
    from juesuan_desktop.desk.reasons import unanswered

    silent = len(unanswered(session.report, session.outcome.findings))
    return f"还有 {silent} 条提示没有写出错说明，没有导出定稿；请在审核结果里逐条说明" if silent else ""


def _forms(args: Namespace, desk: Desk) -> int:
    if args.folder is not None:
        return _check_form(args.folder, desk)
    for form in desk.library.forms():
        first, last = form.years[0], form.years[-1]
        print(f"{form.id}\t{form.name}\t{first}—{last}\t{form.amount_unit}\t{len(form.tables)} 张表")
    for form_id, faults in desk.library.broken_forms().items():
        print(f"{form_id}\t有 {len(faults)} 处问题，没有启用：{faults[0]}")
    return DONE


def _check_form(folder: Path, desk: Desk) -> int:
    if not folder.is_dir():
        print(f"找不到文件夹「{folder}」，请核对", file=sys.stderr)
        return NOT_DONE
    from juesuan_desktop.desk.form_check import faults_of_folder

    faults = faults_of_folder(desk.library, folder)
    print("\n".join(str(fault) for fault in faults) or f"「{folder}」没有问题")
    return ERRORS_FOUND if faults else DONE


def _handbook(args: Namespace, desk: Desk) -> int:
    print(f"已写出 {desk.handbook(args.form, args.year, args.to)}")
    return DONE


def _subjects(args: Namespace, desk: Desk) -> int:
    taken = "、".join(f"{kind} {count} 个" for kind, count in desk.library.take_subjects(args.file).items())
    print(f"已换用「{args.file}」：{taken}；要用回随附的，删去「{desk.library.own_codes}」")
    return DONE


COMMANDS: Mapping[str, Callable[[Namespace, Desk], int]] = {
    "new": _new,
    "check": _check,
    "show": _show,
    "import": _import,
    "rollover": _rollover,
    "export": _export,
    "forms": _forms,
    "handbook": _handbook,
    "subjects": _subjects,
}
