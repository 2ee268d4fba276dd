"""A sample of wrong rules is noticed. All of them: ``python tests/mutation/mutate_rules.py``."""

from juesuan_desktop import app
from juesuan_desktop.rules.notation import parse_rule
from mutation.mutants import mutants_of
from mutation.mutate_rules import all_mutants, survivors, witnesses


def test_a_rule_is_changed_in_every_way_that_is_easily_got_wrong() -> None:
    rule = parse_rule("T01-3 错误 收支总表[收入总计] := 收支总表[本年收入合计] + 收支总表[年初结转和结余]")
    texts = {(mutant.how, mutant.rule.text) for mutant in mutants_of(rule, app.desk().library.form("hunan").vocabulary)}
    assert {how for how, _ in texts} == {"级别", "关系", "正负号", "漏项", "换词"}
    assert ("漏项", "收支总表[收入总计] := 收支总表[本年收入合计]") in texts
    assert ("正负号", "收支总表[收入总计] := 收支总表[本年收入合计] − 收支总表[年初结转和结余]") in texts


def test_wrong_rules_are_noticed() -> None:
    by = witnesses()
    mutants = all_mutants(by.library, every=25)
    alive = survivors(mutants, by)
    assert len(alive) <= len(mutants) * 0.05, "\n".join(map(str, alive))
