"""All rules that are functions, in the order they are told."""

from juesuan_desktop.rules.functions import paper, plausible, years
from juesuan_desktop.rules.functions.case import RuleFunction

RULE_FUNCTIONS: tuple[RuleFunction, ...] = (
    plausible.only_fiscal_money,
    plausible.codes_are_known,
    plausible.budgets_are_not_mixed,
    plausible.same_codes,
    plausible.running_costs_are_basic,
    plausible.codes_fit_the_unit,
    plausible.running_funds_fit_the_unit,
    plausible.annuity_is_half_of_pension,
    plausible.spending_has_its_source,
    plausible.offices_do_no_business,
    plausible.meals_are_modest,
    plausible.cars_and_their_costs,
    plausible.projects_are_evaluated,
    paper.empty_tables_say_so,
    paper.tables_name_their_unit,
    paper.tables_have_their_note,
    paper.detail_keeps_its_rows,
    paper.one_way_of_printing,
    paper.headings_as_in_the_form,
    years.great_changes_have_reasons,
    years.great_changes_in_detail,
    years.codes_come_and_go,
    years.reasons_are_this_years,
)
