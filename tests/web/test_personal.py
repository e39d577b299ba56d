"""Personal data are found in one place, by their own rules, and no room lets a person's out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.documents.rules.doubts import doubts_of
from sereno.documents.rules.goals import clean
from sereno.web.personal import HIDDEN, Datum, holds, is_national_id, is_private, personal, without


def with_check_digit(nine: str) -> str:
    return next(f"{nine}{last}" for last in range(10) if is_national_id(f"{nine}{last}"))


NATIONAL_IDS = st.builds(
    lambda province, third, rest: with_check_digit(f"{province:02d}{third}{rest:06d}"),
    st.integers(1, 24), st.integers(0, 5), st.integers(0, 999_999),
)  # fmt: skip
MOBILES = st.integers(0, 9_999_999).map(lambda rest: f"099{rest:07d}")
MAILS = st.from_regex(r"[a-z]{3,9}@(?:ejemplo|correo)\.(?:com|ec|net)", fullmatch=True)
PERSONS = st.one_of(NATIONAL_IDS, NATIONAL_IDS.map(lambda one: f"{one}001"), MOBILES, MAILS)


@pytest.mark.parametrize(
    ("text", "kinds", "private"),
    [
        ("cédula 1710034065", [Datum.NATIONAL_ID], True),
        ("171003406-5", [Datum.NATIONAL_ID], True),
        ("RUC 1710034065001", [Datum.TAX_ID], True),
        ("RUC 1160000160001", [Datum.TAX_ID], False),
        ("llame al 0991234567", [Datum.TELEPHONE], True),
        ("+593 99 123 4567", [Datum.TELEPHONE], True),
        ("central 07 257 0407", [Datum.TELEPHONE], False),
        ("(593-7) 2570407 ext 206", [Datum.TELEPHONE], False),
        ("rosa.p@ejemplo.ec", [Datum.MAIL], True),
        ("proyectos@ccscl.gob.ec", [Datum.MAIL], False),
        ("Rosa, 1710034065, rosa@ejemplo.ec, 099 123 4567",
         [Datum.NATIONAL_ID, Datum.MAIL, Datum.TELEPHONE], True),
        ("1710034066", [], False),
        ("partida 7306010000", [], False),
        ("USD 5.500,00, partida 730606.01, 12/05/2026, 2025 - 2027", [], False),
    ],
)  # fmt: skip
def test_what_is_personal_in_a_text_and_whose(text: str, kinds: list[Datum], private: bool) -> None:
    assert [found.kind for found in personal(text)] == kinds
    assert is_private(text) is private
    assert (without(text) == text) is not bool(kinds)


def test_the_check_digit_decides() -> None:
    assert [last for last in range(10) if is_national_id(f"171003406{last}")] == [5]


@given(st.text("aé ,.:;0123456789@-()\n", max_size=40), PERSONS, st.text("bñ ,;", max_size=9))
def test_what_a_person_is_known_by_is_found_by_every_room_and_let_out_by_none(
    before: str, datum: str, after: str
) -> None:
    text = f"{before} x {datum} x {after}"
    assert holds(text)
    assert is_private(text)
    for shown in (without(text), clean(text, 500)):
        assert datum not in shown
        assert HIDDEN in shown
        assert not is_private(shown)
    field = {"text": text, "value": text, "source": [], "confidence": 1}
    doubts = doubts_of({"activity": field}, repeats=None, findings=[])
    assert {"field": "activity", "why": "personal"} in doubts


@given(st.text(max_size=200))
def test_what_is_hidden_once_leaves_nothing_to_hide(text: str) -> None:
    for found in personal(text):
        assert text[found.start : found.end]
    assert not holds(without(text))
