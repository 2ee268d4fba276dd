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


def test_an_amount_is_no_calculation() -> None:
    assert not is_calculation("1200")
