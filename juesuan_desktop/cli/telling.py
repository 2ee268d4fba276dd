"""What the commands print: JSON for programs, plain Chinese for people."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from juesuan_desktop.amounts import plain, printed
from juesuan_desktop.desk.checking import Outcome
from juesuan_desktop.desk.conclusion import Left, sentence
from juesuan_desktop.report.printed import PrintedReport, PrintedTable
from juesuan_desktop.rules.findings import ERROR, WARNING, Finding, Where
from juesuan_desktop.rules.judging import Verdict
from juesuan_desktop.rules.notation import LEVEL_WORDS

COUNTS = {
    "held": "平",
    "rounding": "尾差",
    "broken": "不平",
    "missing": "待填",
    "not_run": "未检查",
    "not_applicable": "不适用",
}
STATES = {"filled": "有数据", "empty": "空表", "missing": "缺表"}


def report_json(report: PrintedReport, outcome: Outcome) -> dict[str, Any]:
    """One entry of ``check --json``."""
    return {
        "file": report.file,
        "error": None,
        "form": report.form_id,
        "year": report.year,
        "unit_name": report.unit_name,
        "amount_unit": report.amount_unit,
        "checks": dict(outcome.counts),
        "not_run": [{"rule": rule, "reason": reason} for rule, reason in outcome.not_run()],
        "findings": [finding_json(finding) for finding in outcome.findings],
    }


def error_json(file: str, message: str) -> dict[str, Any]:
    """The entry of a file that could not be read."""
    return {
        "file": file,
        "error": message,
        "form": None,
        "year": None,
        "unit_name": None,
        "amount_unit": None,
        "checks": None,
        "not_run": [],
        "findings": [],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    """One finding."""
    return {
        "rule": finding.rule,
        "level": finding.level,
        "verdict": finding.verdict,
        "kind": finding.kind,
        "message": finding.message,
        "where": [_where_json(where) for where in finding.where],
        "printed": _amount(finding.printed),
        "expected": _amount(finding.expected),
        "difference": _amount(finding.difference),
    }


def show_json(report: PrintedReport) -> dict[str, Any]:
    """All values and texts, as ``show --json`` gives them."""
    return {
        "form": report.form_id,
        "year": report.year,
        "unit_name": report.unit_name,
        "amount_unit": report.amount_unit,
        "tables": [_table_json(table) for table in report.tables],
        "sections": [
            {"id": section.id, "title": section.title, "text": section.text, "page": section.page}
            for section in report.sections
        ],
    }


def check_text(report: PrintedReport, outcome: Outcome) -> Iterator[str]:
    """The outcome of a check for people, line by line."""
    yield f"{report.file}　{_head(report)}"
    yield f"  {_counted(outcome)}"
    rounded = [finding for finding in outcome.findings if finding.verdict == Verdict.ROUNDING]
    for finding in outcome.findings:
        if finding not in rounded:
            yield f"  {LEVEL_WORDS[finding.level]}　{finding.rule}　{finding.message}"
    if rounded:
        yield f"  尾差 {len(rounded)} 处（四舍五入造成，不是错误）"
        yield from (f"    {finding.rule}　{finding.message}" for finding in rounded)
    yield from _not_run(outcome)
    yield f"  结论：{_conclusion(outcome)}。"


def _counted(outcome: Outcome) -> str:
    """How many checks ended how; 不平 are the errors, as everywhere a person reads them."""
    levels = Counter(finding.level for finding in outcome.findings)
    counts = {COUNTS[name]: count for name, count in outcome.counts.items()}
    counts |= {COUNTS["broken"]: levels[ERROR], LEVEL_WORDS[WARNING]: levels[WARNING]}
    return " · ".join(f"{word} {count}" for word, count in counts.items())


def _conclusion(outcome: Outcome) -> str:
    """What the check came to; what was not checked has not passed."""
    if outcome.has_errors:
        return "有不平或错误，请改正后再公开"
    warnings = sum(finding.level == WARNING for finding in outcome.findings)
    left = Left(unanswered=warnings, unchecked=outcome.counts["not_run"])
    return sentence(left.stage, is_own=False)


def check_line(report: PrintedReport, outcome: Outcome) -> str:
    """The outcome of one of many reports in one line."""
    return f"{'✗' if outcome.has_errors else '✓'}　{report.file}　{_head(report)}　{levels_line(outcome)}"


def levels_line(outcome: Outcome) -> str:
    """How many findings of each level there are."""
    levels = Counter(finding.level for finding in outcome.findings)
    return "，".join(f"{LEVEL_WORDS[level]} {levels[level]}" for level in LEVEL_WORDS)


def _not_run(outcome: Outcome) -> Iterator[str]:
    """What was not checked, the rules of one reason in one line."""
    by_reason: dict[str, list[str]] = {}
    for rule, reason in outcome.not_run():
        by_reason.setdefault(reason, []).append(rule)
    for reason, rules in by_reason.items():
        yield f"  未检查　{reason}（{'、'.join(dict.fromkeys(rules))}）"


def show_text(report: PrintedReport) -> Iterator[str]:
    """All values and texts for people, line by line."""
    yield _head(report)
    yield from (f"注意：{text}" for text in report.remarks)
    for table in report.tables:
        yield ""
        yield f"{table.number or ''} {table.title or table.name}（{STATES[table.state]}）".strip()
        yield from (f"  注意：{text}" for text in (*table.beside, *table.odd))
        for line in table.lines:
            told = "　".join(f"{name} {_printed(value)}" for name, value in line.values.items())
            yield f"  {line.code or ''}　{line.label or line.key}　{told}"
    for section in report.sections:
        yield ""
        yield f"【{section.title}】"
        yield section.text


def _head(report: PrintedReport) -> str:
    year = f"{report.year}年度" if report.year else "年度未认出"
    return f"{report.unit_name or '单位未认出'}　{year}（样表 {report.form_id}，{report.amount_unit}）"


def _where_json(where: Where) -> dict[str, Any]:
    return {
        "address": where.address,
        "table": where.table,
        "line": where.line,
        "measure": where.measure,
        "section": where.section,
        "quote": where.quote,
        "page": where.page,
    }


def _table_json(table: PrintedTable) -> dict[str, Any]:
    return {
        "id": table.id,
        "name": table.name,
        "number": table.number,
        "title": table.title,
        "page": table.page,
        "state": table.state,
        "lines": [
            {
                "key": line.key,
                "code": line.code,
                "label": line.label,
                "line_no": line.line_no,
                "values": {measure: _amount(value) for measure, value in line.values.items()},
            }
            for line in table.lines
        ],
    }


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _printed(value: Decimal | None) -> str:
    return "空" if value is None else printed(value)
