"""The command line as others rely on it (README): what is printed, how it ends, what is never overwritten.

Every test runs the real program.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from juesuan_desktop import app, locations

SAMPLE = locations.resources() / "samples" / "sample.txt"
ACCOUNTS = "10,435,223.91"  # 收入总计 and 支出总计 of the sample

REPORT = {"file", "error", "form", "year", "unit_name", "amount_unit", "checks", "not_run", "findings"}
CHECKS = {"held", "rounding", "broken", "missing", "not_run", "not_applicable"}
FINDING = {
    *("rule", "level", "verdict", "kind", "message"),
    *("where", "printed", "expected", "difference"),
}
WHERE = {"address", "table", "line", "measure", "section", "quote", "page"}
SHOW = {"form", "year", "unit_name", "amount_unit", "tables", "sections"}
TABLE = {"id", "name", "number", "title", "page", "state", "lines"}
LINE = {"key", "code", "label", "line_no", "values"}
SECTION = {"id", "title", "text", "page"}


@dataclass(frozen=True)
class Ended:
    """How the program ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    def refused(self, *words: str) -> bool:
        """Exit 2, one Chinese sentence on standard error with these words, nothing else."""
        lines = self.err.strip().splitlines()
        assert (self.code, self.out, len(lines)) == (2, "", 1), self
        assert "Traceback" not in self.err
        assert any("一" <= sign <= "龥" for sign in self.err), "in Chinese"
        assert all(word in self.err for word in words), self.err
        return True


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The program, started in a folder of its own."""

    def start(*words: str | Path, env: Mapping[str, str] | None = None) -> Ended:
        command = [sys.executable, "-m", "juesuan_desktop", *map(str, words)]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, env={**os.environ, **(env or {})}, check=False
        )
        return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return start


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A report without any error."""
    return Path(shutil.copy(SAMPLE, tmp_path / "sample.txt"))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A report with one figure changed: 收入总计 is a cent too much."""
    text = SAMPLE.read_text(encoding="utf-8").replace(f"总计\t31\t{ACCOUNTS}", "总计\t31\t10,435,223.92")
    return written(tmp_path / "wrong.txt", text)


@pytest.fixture
def project(run: Run, sample: Path, tmp_path: Path) -> Path:
    """The sample as a project of ours."""
    target = tmp_path / "sample.juesuan"
    assert run("import", sample, "-o", target).code == 0
    return target


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def without_table(title: str, following: str) -> str:
    """The sample without one of its tables."""
    text = SAMPLE.read_text(encoding="utf-8")
    body = text.index("部门决算表\n\n", text.index("第二部分\n"))
    start = text.index(f"\n{title}\n", body)
    return text[:start] + text[text.index(f"\n{following}\n", start) :]


# ----------------------------------------------------------------------------------------------- check


def test_a_sound_report_passes(run: Run, sample: Path) -> None:
    ended = run("check", sample)
    assert ended.code == 0
    assert "没有不平；未检查的不算通过" in ended.out
    assert ended.err == ""


def test_check_json_has_every_key_of_the_contract(run: Run, wrong: Path) -> None:
    (report,) = run("check", "--json", wrong).json["reports"]
    assert report.keys() == REPORT
    assert report["checks"].keys() == CHECKS
    assert all(entry.keys() == {"rule", "reason"} for entry in report["not_run"])
    assert all(finding.keys() == FINDING for finding in report["findings"])
    assert all(place.keys() == WHERE for finding in report["findings"] for place in finding["where"])
    assert (report["file"], report["form"], report["year"]) == (str(wrong), "hunan", 2023)
    assert (report["unit_name"], report["amount_unit"]) == ("清溪县河湖管理服务中心", "元")


def test_findings_speak_the_words_of_the_contract(run: Run, wrong: Path) -> None:
    (report,) = run("check", "--json", wrong).json["reports"]
    for finding in report["findings"]:
        assert finding["level"] in ("error", "warning", "info")
        assert finding["verdict"] in ("broken", "rounding", "missing", None)
        assert finding["kind"] in ("inside", "across", "narrative", "complete", "text", "format", "plausible")
        assert len(finding["message"]) <= 120
        assert all(len(place["quote"] or "") <= 60 for place in finding["where"])


def test_a_wrong_figure_is_an_error_with_both_numbers(run: Run, wrong: Path) -> None:
    ended = run("check", "--json", wrong)
    first = ended.json["reports"][0]["findings"][0]
    assert ended.code == 1
    assert (first["level"], first["verdict"]) == ("error", "broken")
    assert first["where"][0]["address"] == "收支总表[收入总计]"
    assert {first["printed"], first["expected"]} == {"10435223.92", "10435223.91"}
    assert first["difference"] in ("0.01", "-0.01")
    place = first["where"][0]
    assert (place["table"], place["line"], place["measure"]) == ("overall", "收入总计", "决算数")


def test_errors_are_told_to_people_too(run: Run, wrong: Path) -> None:
    ended = run("check", wrong)
    assert ended.code == 1
    assert "T01-5" in ended.out
    assert "10,435,223.92" in ended.out


def test_a_missing_table_is_a_finding_and_its_checks_did_not_run(run: Run, tmp_path: Path) -> None:
    report = written(tmp_path / "missing.txt", without_table("支出决算表", "财政拨款收入支出决算总表"))
    ended = run("check", "--json", report)
    (found,) = ended.json["reports"]
    assert ended.code == 1
    assert [one["where"][0]["table"] for one in found["findings"] if one["rule"] == "P-10"] == ["expenditure"]
    reasons = {entry["rule"]: entry["reason"] for entry in found["not_run"]}
    assert "缺少" in reasons["T03-1"]
    assert "支出决算表" in reasons["X0103-2"]


def test_one_broken_file_does_not_stop_the_others(run: Run, sample: Path, wrong: Path, tmp_path: Path) -> None:
    empty = written(tmp_path / "empty.txt", b"")
    ended = run("check", "--json", sample, empty, wrong)
    reports = ended.json["reports"]
    assert ended.code == 2
    assert [bool(report["error"]) for report in reports] == [False, True, False]
    assert reports[1].keys() == REPORT
    assert ended.err.strip() == reports[1]["error"]
    assert any(finding["level"] == "error" for finding in reports[2]["findings"])


def test_folders_and_globs_are_looked_through(run: Run, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "下级 单位" / "甲").mkdir(parents=True)
    shutil.copy(sample, tmp_path / "下级 单位" / "甲" / "决算.txt")
    written(tmp_path / "下级 单位" / "readme.md", "不是报告")
    assert len(run("check", "--json", "下级 单位").json["reports"]) == 1
    assert len(run("check", "--json", "*.txt", "下级 单位/**/*.txt").json["reports"]) == 2


def test_a_folder_tells_of_each_report_that_cannot_be_read(run: Run, sample: Path, tmp_path: Path) -> None:
    """Passed over in silence they would seem checked."""
    folder = tmp_path / "报告"
    folder.mkdir()
    shutil.copy(sample, folder / "甲.txt")
    written(folder / "乙.doc", "{\\rtf1 报告}")
    written(folder / "丙.jio", "jio")
    written(folder / "说明.md", "不是报告")
    done = run("check", folder, "--json")
    assert done.code == 2
    errors = {Path(one["file"]).name: one["error"] for one in done.json["reports"]}
    assert errors["甲.txt"] is None
    assert ".docx" in errors["乙.doc"]
    assert "久其" in errors["丙.jio"]
    assert "说明.md" not in errors


def test_many_files_at_the_same_time_come_in_their_order(run: Run, sample: Path, wrong: Path) -> None:
    ended = run("check", "--json", "--jobs", "2", wrong, sample)
    assert ended.code == 1
    assert [report["file"] for report in ended.json["reports"]] == [str(wrong), str(sample)]


def test_the_form_may_be_given(run: Run, sample: Path) -> None:
    (report,) = run("check", "--json", "--form", "national", sample).json["reports"]
    assert report["form"] == "national"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["空文件"]),
        (bytes(range(256)) * 40, []),
        ("今天天气很好。\n没有表格。\n", ["没有认出"]),
        ("姓名\t年龄\n张三\t30\n李四\t40\n", ["没有认出"]),
        ("支出决算表\n项目\t决算数\n合计\t1.00\n" * 2001, ["2001 张表"]),
    ],
    ids=["empty", "binary junk", "a letter", "some other table", "tables without end"],
)
def test_what_is_no_report_is_refused(run: Run, tmp_path: Path, content: str | bytes, words: Sequence[str]) -> None:
    file = written(tmp_path / "file.txt", content)
    assert run("check", file).refused("file.txt", *words)


def test_what_is_not_there_is_refused(run: Run) -> None:
    assert run("check", "no.txt").refused("no.txt")
    assert run("check", "no*.txt").refused()


def test_an_unknown_form_is_refused_and_the_known_ones_are_named(run: Run, sample: Path) -> None:
    assert run("show", sample).code == 0
    assert run("check", "--form", "mars", sample).refused("mars", "hunan")


# ------------------------------------------------------------------------------------------------ show


def test_show_json_has_every_key_of_the_contract(run: Run, sample: Path) -> None:
    ended = run("show", "--json", sample)
    shown = ended.json
    assert ended.code == 0
    assert shown.keys() == SHOW
    assert [table["id"] for table in shown["tables"]] == [
        *("overall", "income", "expenditure", "appropriation", "general_budget"),
        *("basic_detail", "gov_fund", "state_capital", "three_public"),
    ]
    assert all(table.keys() == TABLE for table in shown["tables"])
    assert all(line.keys() == LINE for table in shown["tables"] for line in table["lines"])
    assert all(section.keys() == SECTION for section in shown["sections"])
    assert len(shown["sections"]) >= 20


def test_show_gives_lines_as_printed_and_amounts_as_texts(run: Run, sample: Path) -> None:
    tables = {table["id"]: table for table in run("show", "--json", sample).json["tables"]}
    first = tables["overall"]["lines"][0]
    assert first == {
        "key": "一般公共预算财政拨款收入",
        "code": None,
        "label": "一、一般公共预算财政拨款收入",
        "line_no": "1",
        "values": {"决算数": "8477727.96"},
    }
    assert tables["overall"]["number"] == "公开01表"
    assert tables["state_capital"]["state"] == "empty"
    assert not [line for line in tables["overall"]["lines"] if line["key"].isdigit() and line["code"] is None]


def test_show_tells_people_too(run: Run, sample: Path) -> None:
    ended = run("show", sample)
    assert ended.code == 0
    assert "收入支出决算总表" in ended.out
    assert ACCOUNTS in ended.out


# ------------------------------------------------------------------------------- new, import, export


def test_a_new_report_can_be_shown_and_checked(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "新.juesuan"
    ended = run("new", "--form", "hunan", "--year", "2023", "--unit", "某县档案馆", "-o", target)
    assert (ended.code, ended.err) == (0, "")
    shown = run("show", "--json", target).json
    assert (shown["form"], shown["year"], shown["unit_name"]) == ("hunan", 2023, "某县档案馆")
    assert run("check", target).code == 0, "nothing filled in is nothing wrong"


def test_new_refuses_a_year_or_form_it_does_not_have(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "x.juesuan"
    assert run("new", "--form", "hunan", "--year", "1999", "--unit", "甲", "-o", target).refused("1999")
    assert run("new", "--form", "mars", "--year", "2023", "--unit", "甲", "-o", target).refused("mars")
    assert not target.exists()


def test_an_imported_report_keeps_every_figure(run: Run, sample: Path, project: Path) -> None:
    before, after = run("show", "--json", sample).json, run("show", "--json", project).json
    for old, new in zip(before["tables"], after["tables"], strict=True):
        figures = [
            {line["key"]: line["values"] for line in table["lines"] if any(line["values"].values())}
            for table in (old, new)
        ]
        assert figures[0] == figures[1], old["id"]
    assert run("check", project).code == 0


def test_an_imported_error_stays_an_error(run: Run, wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "wrong.juesuan"
    assert run("import", wrong, "-o", target).code == 0
    first = run("check", "--json", target).json["reports"][0]["findings"][0]
    assert first["where"][0]["address"] == "收支总表[收入总计]"


def test_the_finished_report_is_written(run: Run, project: Path, tmp_path: Path) -> None:
    ended = run("export", project, "--to", "成品.xlsx", "--to", "成品.pdf")
    assert (ended.code, ended.err) == (0, "")
    assert (tmp_path / "成品.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "成品.pdf").read_bytes().startswith(b"%PDF")


def test_a_report_with_errors_becomes_a_draft_and_never_final(run: Run, wrong: Path, tmp_path: Path) -> None:
    draft = run("export", wrong, "--to", "draft.xlsx")
    assert draft.code == 1
    assert "草稿" in draft.out
    final = run("export", wrong, "--to", "final.xlsx", "--final")
    assert final.code == 1
    assert not (tmp_path / "final.xlsx").exists()


def test_signs_that_no_font_has_are_told(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "甲.juesuan"
    run("new", "--form", "hunan", "--year", "2023", "--unit", "某县\U000300f7馆", "-o", project)
    done = run("export", project, "--to", tmp_path / "甲.pdf")
    assert "1 个字没有字体，印作〓：\U000300f7" in done.out


def test_export_refuses_what_it_cannot_write(run: Run, project: Path) -> None:
    assert run("export", project, "--to", "out.odt").refused("out.odt")
    assert run("export", project, "--to", "没有/这个/文件夹/out.xlsx").refused()


def test_nothing_is_overwritten(run: Run, sample: Path, tmp_path: Path) -> None:
    there = written(tmp_path / "here.juesuan", "我的东西")
    assert run("import", sample, "-o", there).refused("here.juesuan")
    assert run("new", "--form", "hunan", "--year", "2023", "--unit", "甲", "-o", there).refused("here.juesuan")
    assert there.read_text(encoding="utf-8") == "我的东西"


def without_year(sample: Path, path: Path) -> Path:
    return written(path, sample.read_text(encoding="utf-8").replace("2023", "").replace("2022", ""))


def test_a_report_of_no_known_year_is_not_imported_before_it_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    source, target = without_year(sample, tmp_path / "无年.txt"), tmp_path / "无年.juesuan"
    done = run("import", source, "-o", target)
    assert (done.code, done.err.count("\n"), target.exists()) == (2, 1, False)
    assert "--year" in done.err
    assert run("import", source, "-o", target, "--year", "2023").code == 0
    assert run("show", target, "--json").json["year"] == 2023


def test_import_and_rollover_tell_what_is_in_doubt(run: Run, sample: Path, tmp_path: Path) -> None:
    doubtful = written(tmp_path / "无单位.txt", sample.read_text(encoding="utf-8").replace("金额单位：元", ""))
    assert "没有写明金额单位" in run("import", doubtful, "-o", tmp_path / "a.juesuan").out
    assert "没有写明金额单位" in run("rollover", doubtful, "--year", "2024", "-o", tmp_path / "b.juesuan").out
    assert "不是 2023 年度的上一年" in run("rollover", sample, "--year", "2023", "-o", tmp_path / "c.juesuan").out
    assert "注意" not in run("import", sample, "-o", tmp_path / "d.juesuan").out


def test_a_table_that_is_there_twice_is_told_by_every_command(run: Run, sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    start, end = text.index("\n收入决算表\n"), text.index("\n支出决算表\n")
    twice = written(tmp_path / "两张.txt", text[:end] + text[start:end].replace(",", "") + text[end:])
    sentence = "第二张收入决算表（文件里的第 3 张表）没有读入，读的是文件里的第 2 张表"
    assert sentence in run("check", twice).out
    assert sentence in run("show", twice).out
    assert sentence in run("import", twice, "-o", tmp_path / "a.juesuan").out
    assert sentence in run("rollover", twice, "--year", "2024", "-o", tmp_path / "b.juesuan").out
    groups = run("import", twice, "--json").json["groups"]
    recognised = next(one["recognised"] for one in groups if one["id"] == "income")
    assert recognised["not_understood"][0].startswith(sentence)
    found = next(one for one in run("check", twice, "--json").json["reports"][0]["findings"] if one["rule"] == "P-18")
    assert (found["level"], found["kind"], found["where"][0]["table"]) == ("warning", "complete", "income")


def test_import_counts_errors_apart(run: Run, wrong: Path, tmp_path: Path) -> None:
    out = run("import", wrong, "-o", tmp_path / "a.juesuan").out
    errors = [one for one in run("check", wrong, "--json").json["reports"][0]["findings"] if one["level"] == "error"]
    assert f"错误 {len(errors)}，" in out


def test_a_failed_import_leaves_nothing_behind(run: Run, tmp_path: Path) -> None:
    junk = written(tmp_path / "junk.txt", "没有表")
    assert run("import", junk, "-o", tmp_path / "new.juesuan").refused()
    assert not (tmp_path / "new.juesuan").exists()


def test_what_is_not_ours_is_refused(run: Run, tmp_path: Path) -> None:
    for name, content in (("a.juesuan", b"PK\x03\x04"), ("b.juesuan", b"SQLite format 3\x00" + b"\x00" * 200)):
        file = written(tmp_path / name, content)
        for command in ("check", "show"):
            assert run(command, file).refused(name)
        assert file.read_bytes() == content


# ----------------------------------------------------------------------------------------------- forms


def test_forms_are_listed(run: Run) -> None:
    ended = run("forms")
    assert ended.code == 0
    assert {"hunan", "national", "shanghai"} <= {line.split("\t")[0] for line in ended.out.splitlines()}


def test_a_form_folder_is_checked_by_file_and_line(run: Run, tmp_path: Path) -> None:
    shipped = locations.resources() / "forms"
    assert run("forms", "--check", shipped / "hunan").code == 0
    mine = tmp_path / "mine"
    mine.mkdir()
    written(mine / "form.toml", 'base = "national"\nname = "我的"\n')
    picture = (shipped / "national" / "overall.csv").read_text(encoding="utf-8")
    written(mine / "overall.csv", picture.replace("五、事业收入=事业收入", "五、别的收入", 1))
    ended = run("forms", "--check", mine)
    assert ended.code == 1
    assert "mine/overall.csv 第 8 行" in ended.out.replace("\\", "/")


def test_a_folder_that_is_no_form_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("forms", "--check", tmp_path / "nowhere").refused("nowhere")


# --------------------------------------------------------------------------------------- any console


@pytest.mark.parametrize(
    "env",
    [{"PYTHONIOENCODING": "gbk"}, {"LANG": "C", "LC_ALL": "C"}],
    ids=["a GBK console", "no locale"],
)
def test_every_console_gets_utf8(run: Run, sample: Path, env: Mapping[str, str]) -> None:
    ended = run("check", "--json", sample, env=env)
    assert ended.json["reports"][0]["unit_name"] == "清溪县河湖管理服务中心"
    assert run("check", "没有.txt", env=env).refused("没有.txt")


@pytest.mark.parametrize(
    "words",
    [
        *(("check",), ("chek", "a.txt"), ("new", "--year", "今年"), ("show", "a.txt", "--what"), ("export", "a.txt")),
        *(("check", ""), ("check", "a.txt", "--jobs", "0"), ("check", "a.txt", "--jobs", "-3")),
        ("new", "--form", "", "--year", "2023", "--unit", "甲", "-o", "a.juesuan"),
        ("new", "--form", "hunan", "--year", "2023", "--unit", " ", "-o", "a.juesuan"),
        ("new", "--form", "hunan", "--year", "2023", "--unit", "甲", "-o", "a.xlsx"),
        ("import", "a.txt", "-o", "a.juesuan", "--year", "1"),
        *(("shots", "a.txt", "-o", "d", "--scale", scale) for scale in ("0", "-1", "nan", "9")),
        ("shots", "a.txt", "-o", "d", "--size", "99999x99999"),
    ],
)
def test_a_command_that_is_written_wrongly_is_told_in_one_sentence(run: Run, words: Sequence[str]) -> None:
    assert run(*words).refused()


# ---------------------------------------------------------------------------------- show before taking


def test_import_json_without_a_target_shows_and_writes_nothing(run: Run, sample: Path, tmp_path: Path) -> None:
    ended = run("import", sample, "--json")
    told = ended.json
    assert (ended.code, ended.err) == (0, "")
    assert (told["year"], told["amount_unit"], told["balances"]) == (2023, "元", True)
    assert [group["id"] for group in told["groups"]][:2] == ["overall", "income"]
    assert told["groups"][0]["recognised"]["by"] == "表题"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample.txt"]


def test_rollover_json_shows_what_carries(run: Run, sample: Path, tmp_path: Path) -> None:
    told = run("rollover", sample, "--year", "2024", "--json").json
    filled = {group["id"] for group in told["groups"] if group["values"]}
    assert {"opening", "last.overall", "lines", "duties"} <= filled
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample.txt"]


def test_rollover_of_our_own_file_tells_what_only_she_can_know(run: Run, sample: Path, tmp_path: Path) -> None:
    last, this = tmp_path / "last.juesuan", tmp_path / "this.juesuan"
    session = app.desk().import_(sample, last)
    session.edit("填写", {"单位表[单位负责人]": "张三", "资产表[机要通信用车]": "2", "采购表[货物·采购金额]": "9"})
    session.close()
    told = run("rollover", last, "--year", "2024", "-o", this)
    assert told.code == 0
    assert "国有资产占用情况有 1 处沿用上年，还没有确认；请按 12 月 31 日实有数核对" in told.out
    assert "政府采购情况还没有填" in told.out
    assert run("export", this, "--final", "--to", tmp_path / "x.pdf").code == 1
    again = run("rollover", this, "--year", "2025", "--json").json
    addresses = [value["address"] for group in again["groups"] for value in group["values"]]
    assert "单位表[单位负责人]" in addresses
    assert not [at for at in addresses if "上年.上年" in at or "采购表" in at]


def test_import_without_target_and_without_json_is_written_wrongly(run: Run, sample: Path) -> None:
    assert run("import", sample).refused("-o")
    assert run("rollover", sample, "--year", "2024").refused("-o")


@pytest.mark.parametrize("command", [("import",), ("rollover", "--year", "2024")])
def test_with_a_target_json_tells_what_was_taken(
    run: Run, sample: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    new = tmp_path / "new.juesuan"
    told = run(*command, sample, "--json", "-o", new)
    assert (told.code, told.json["unit_name"]) == (0, app.desk().read(new).unit_name)
    assert told.json == run(*command, sample, "--json").json


def test_what_was_exported_before_a_target_failed_is_told(run: Run, sample: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.xlsx", tmp_path / "gone" / "bad.pdf"
    told = run("export", sample, "--to", good, "--to", bad)
    assert (told.code, good.exists()) == (2, True)
    assert f"已导出 {good}" in told.out
    assert "bad.pdf" in told.err
