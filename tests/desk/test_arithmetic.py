"""A calculation typed into a cell."""

from decimal import Decimal

import pytest

from juesuan_desktop.amounts import AmountError
from juesuan_desktop.desk.arithmetic import calculated, is_calculation


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=1200+350.5", "1550.50"),
        ("=1,200+350.5", "1550.50"),
        ("=2*(3+4)-1", "13.00"),
        ("=10/3", "3.33"),
        ("=-5+2", "-3.00"),
        ("＝１２００＋３５０", "1550.00"),
        ("=（1+2）×3", "9.00"),
        ("=0.005", "0.01"),
        ("=.5+.5", "1.00"),
        ("+1200+350.5", "1550.50"),
        ("＋５", "5.00"),
        ("-5+3", "-2.00"),
    ],
)
def test_calculations(text: str, value: str) -> None:
    assert is_calculation(text)
    assert calculated(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["=", "=1+", "=(1+2", "=1)", "=1/0", "=0/0", "=abc", "=1 2", "=1..2", "=__import__('os')"]
)
def test_what_cannot_be_calculated_is_said_in_one_sentence(text: str) -> None:
    with pytest.raises(AmountError) as told:
        calculated(text)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("text", ["=9999999999999*9", "=9999999999999999*9999999999999999"])
def test_a_result_as_long_as_no_amount_is_refused(text: str) -> None:
    with pytest.raises(AmountError, match="位数太多，最多 15 位"):
        calculated(text)


@pytest.mark.parametrize("text", ["1200", "-1200", "-1,200.50", "—"])
def test_an_amount_is_no_calculation(text: str) -> None:
    assert not is_calculation(text)
