"""Money: what people write is understood, what is printed is what the tables print."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juesuan_desktop.amounts import AmountError, is_amount, parse, plain, printed, rounded, typed

cents = st.decimals(-(10**12), 10**12, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1234.50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1，234.50", "1234.50"),
        ("１２３．４５", "123.45"),
        ("¥1,234.50", "1234.50"),
        ("￥12", "12"),
        ("（12.30）", "-12.30"),
        ("(12.30)", "-12.30"),
        ("-12.30", "-12.30"),
        ("－12.30", "-12.30"),
        ("−12.30", "-12.30"),
        (" 1 234.50 ", "1234.50"),
        ("1,234,567.89", "1234567.89"),
        ("0.00", "0"),
        ("5753", "5753"),
        ("007", "7"),
    ],
)
def test_amounts_are_read_however_they_are_written(written: str, meant: str) -> None:
    assert parse(written) == Decimal(meant)


@pytest.mark.parametrize("blank", ["", "  ", "\u3000", "-", "--", "—", "——", "–", "/"])
def test_blanks_and_dashes_are_no_amount_but_no_mistake(blank: str) -> None:
    assert parse(blank) is None
    assert not is_amount(blank)


@pytest.mark.parametrize(
    "written",
    ["1.2.3", "12..5", "1,23.00", "1234,567", "十二", "12元", "1e5", "--5", "(-5)", "(5", "5)", ".", ",", "NaN"],
)
def test_what_is_no_amount_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(AmountError, match="不是金额"):
        parse(written)
    assert not is_amount(written)


def test_an_amount_no_unit_can_have_is_refused() -> None:
    with pytest.raises(AmountError, match="位数太多"):
        parse("1234567890123456.00")


def test_what_is_typed_has_two_decimals_at_most() -> None:
    assert typed("12.30") == Decimal("12.30")
    assert typed("") is None
    with pytest.raises(AmountError, match="两位小数"):
        typed("12.345")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (".5", "0.5"),
        ("5.", "5"),
        ("-.5", "-0.5"),
        ("。5", "0.5"),
        ("．５", "0.5"),
        ("（.5）", "-0.5"),
        ("1,234.", "1234"),
    ],
)
def test_a_point_may_stand_first_or_last_when_typed_and_never_in_print(written: str, meant: str) -> None:
    assert typed(written) == Decimal(meant)
    with pytest.raises(AmountError, match="不是金额"):
        parse(written)


@pytest.mark.parametrize("written", [".", "-.", "1.2.", "12..5", "..5", "1,23."])
def test_a_point_alone_is_no_amount(written: str) -> None:
    with pytest.raises(AmountError, match="不是金额"):
        typed(written)


def test_zeros_at_the_end_are_no_third_decimal() -> None:
    assert str(typed("1.230")) == "1.23"
    assert str(typed("5.10")) == "5.10"
    with pytest.raises(AmountError, match="两位小数"):
        typed("1.2340")


@pytest.mark.parametrize("written", ["-0", "-0.00", "（0.00）", "−0"])
def test_zero_has_no_sign(written: str) -> None:
    assert not str(parse(written)).startswith("-")
    assert not str(typed(written)).startswith("-")


@pytest.mark.parametrize(
    ("value", "expected"), [("0.005", "0.01"), ("0.004", "0.00"), ("-0.005", "-0.01"), ("2.675", "2.68")]
)
def test_halves_are_rounded_up_as_accountants_do(value: str, expected: str) -> None:
    assert rounded(Decimal(value)) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "expected"), [("1234.5", "1,234.50"), ("0", "0.00"), ("-0.001", "0.00"), ("-1234.5", "-1,234.50")]
)
def test_tables_print_separators_and_no_negative_zero(value: str, expected: str) -> None:
    assert printed(Decimal(value)) == expected


def test_counts_are_printed_without_decimals() -> None:
    assert printed(Decimal("1234"), 0) == "1,234"


@pytest.mark.parametrize(("value", "expected"), [("5753", "5753.00"), ("0.125", "0.125"), ("1E+3", "1000.00")])
def test_machines_get_at_least_two_decimals_and_lose_none(value: str, expected: str) -> None:
    assert plain(Decimal(value)) == expected


@given(cents)
def test_what_is_printed_reads_as_itself(value: Decimal) -> None:
    assert parse(printed(value)) == value
    assert parse(plain(value)) == value


@given(cents)
def test_brackets_are_a_minus(value: Decimal) -> None:
    assert parse(f"（{printed(abs(value))}）") == -abs(value)


@given(cents)
def test_full_width_is_half_width(value: Decimal) -> None:
    wide = printed(value).translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789,.-"})
    assert parse(wide) == value


@given(st.text(max_size=20))
def test_whatever_is_typed_is_an_amount_or_refused(text: str) -> None:
    try:
        value = parse(text)
    except AmountError:
        return
    assert value is None or value.is_finite()
