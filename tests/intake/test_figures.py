"""Numbers of a spreadsheet as text."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan_desktop.amounts import parse
from juesuan_desktop.intake.workbook.figures import number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2010301.0, "2010301"),
        (1234.5, "1234.5"),
        (0.1 + 0.2, "0.3"),
        (100.1 - 100, "0.1"),
        (10044148.609999998, "10044148.61"),
        (-0.0, "0"),
        (-12.3, "-12.3"),
        (1e-17, "0"),
        (123456789012.34, "123456789012.34"),
        (1e15, "1000000000000000"),
        (1e300, "#NUM!"),
        (float("inf"), "#NUM!"),
        (float("nan"), "#NUM!"),
        (Decimal("1234.50"), "1234.5"),
    ],
)
def test_numbers_lose_nothing_of_an_amount(number: float, text: str) -> None:
    assert number_text(number) == text


@given(st.decimals(min_value=-(10**11), max_value=10**11, places=2))
def test_every_amount_in_cents_comes_back(amount: Decimal) -> None:
    assert parse(number_text(float(amount))) == amount
