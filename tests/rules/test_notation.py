"""One rule is one line in printed words; what is typed in two ways means one thing, what makes no sense is told."""

from pathlib import Path

import pytest

from juesuan_desktop.rules.notation import NotationError, Ref, Rule, Term, parse_rule, read_rules


def rule(body: str) -> Rule:
    return parse_rule(f"T01-1  错误  {body}")


def test_a_line_has_id_level_relation_and_words() -> None:
    read = parse_rule("T01-5  提示  收支总表[收入总计] = 收支总表[支出总计]   # 收支平衡")
    assert (read.id, read.level, read.op, read.words) == ("T01-5", "warning", "=", "收支平衡")
    assert read.left == (Term(1, Ref("收支总表", ("收入总计",))),)
    assert read.right == (Term(1, Ref("收支总表", ("支出总计",))),)


@pytest.mark.parametrize(("word", "level"), [("错误", "error"), ("提示", "warning"), ("提醒", "info")])
def test_levels(word: str, level: str) -> None:
    assert parse_rule(f"X {word} 甲[乙] = 0").level == level


def test_terms_have_signs_and_groups_are_summed() -> None:
    read = rule("甲[a] = Σ甲[b] − 乙[c·d] + 0")
    assert read.right == (Term(1, Ref("甲", ("b",), summed=True)), Term(-1, Ref("乙", ("c", "d"))), Term(1, None))


@pytest.mark.parametrize(
    ("body", "how", "table"),
    [
        ("每行 收入表：[本年收入合计] := Σ[其余栏]", "每行", "收入表"),
        ("每栏 收入表：[合计] := Σ[各类]", "每栏", "收入表"),
        ("每科目 一般公共表：支出表[基本支出] ≥ 一般公共表[基本支出]", "每科目", "一般公共表"),
        ("每类：收支总表[类] := 支出表[类·本年支出合计]", "每类", ""),
        ("逐级 收入表：上级 := Σ下级", "逐级", "收入表"),
    ],
)
def test_quantifiers(body: str, how: str, table: str) -> None:
    assert (rule(body).quantifier, rule(body).table) == (how, table)


@pytest.mark.parametrize(
    "typed",
    [
        "每行 三公表:[决算数] <= [预算数]",
        "每行 三公表：［决算数］≤［预算数］",
        "每行  三公表 ：[决算数]  ≤  [预算数]",
    ],
)
def test_signs_typed_in_another_way_mean_the_same(typed: str) -> None:
    meant = rule("每行 三公表：[决算数] ≤ [预算数]")
    assert (rule(typed).left, rule(typed).op, rule(typed).right) == (meant.left, meant.op, meant.right)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("甲[a] ＝ 乙[b]", "甲[a] = 乙[b]"),
        ("甲[a] >= 乙[b]", "甲[a] ≥ 乙[b]"),
        ("甲[a] = 乙[b] ＋ 乙[c]", "甲[a] = 乙[b] + 乙[c]"),
        ("甲[a] = 乙[b] - 乙[c]", "甲[a] = 乙[b] − 乙[c]"),
        ("甲[a・b] = 0", "甲[a·b] = 0"),
        ("甲[因公出国(境)费] = 0", "甲[因公出国（境）费] = 0"),
        ("甲[a] ：= 乙[b]", "甲[a] := 乙[b]"),
    ],
)
def test_each_sign_is_folded(typed: str, meant: str) -> None:
    read, expected = rule(typed), rule(meant)
    assert (read.left, read.op, read.right) == (expected.left, expected.op, expected.right)


def test_names_are_left_as_they_are_but_for_brackets() -> None:
    assert rule("甲[其他…支出] = 0").left[0].ref == Ref("甲", ("其他…支出",))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("T01-1", "应写成「编号 级别 公式」"),
        ("T01-1 严重 甲[a] = 0", "级别「严重」应是 错误、提示、提醒 之一"),
        ("T01-1 错误 甲[a] 乙[b]", "公式里要有 :=、=、≥ 或 ≤"),
        ("T01-1 错误 甲[a] = 乙", "「乙」不是「表[行·栏]」"),
        ("T01-1 错误 甲[a] = 100", "「100」不是「表[行·栏]」"),
        ("T01-1 错误 甲[a] + 甲[b] := 乙[c]", ":= 的左边只能是一格"),
        ("T01-1 错误 Σ甲[a] := 乙[c]", ":= 的左边只能是一格"),
        ("T01-1 错误 0 := 乙[c]", ":= 的左边只能是一格"),
        ("T01-1 错误 每行：[a] = [b]", "「每行」后面要写表名"),
        ("T01-1 错误 每类 甲：甲[类] = 乙[类]", "「每类」后面不写表名"),
    ],
)
def test_a_line_that_makes_no_sense_is_told(line: str, sentence: str) -> None:
    with pytest.raises(NotationError, match=sentence.replace("[", r"\[").replace("]", r"\]")):
        parse_rule(line)


def test_a_file_is_read_line_by_line_and_its_faults_are_named(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text("# 说明\n\nA-1 错误 甲[a] = 乙[b]\nA-2 错误 甲[a]\nA-3 错误 甲[a] = 0\n", encoding="gb18030")
    rules, faults = read_rules(path)
    assert [(read.id, read.line) for read in rules] == [("A-1", 3), ("A-3", 5)]
    assert [str(fault) for fault in faults] == ["own.txt 第 4 行：公式里要有 :=、=、≥ 或 ≤"]


def test_a_file_that_is_not_there_is_a_fault_not_a_crash(tmp_path: Path) -> None:
    rules, faults = read_rules(tmp_path / "none.txt")
    assert rules == ()
    assert len(faults) == 1
