"""The chain holds, and the first line that does not is named."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sereno.logbook import rules

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)


def sealed(count: int) -> list[tuple[rules.Line, str]]:
    previous, chain = rules.GENESIS, []
    for number in range(1, count + 1):
        line = rules.Line(
            number=number,
            at=NINE + timedelta(seconds=number),
            event="alert.raised",
            subject=f"alert:{number}",
            actor="",
            after=number - 1 or None,
            data={"urgency": "life", "kind": "robo"},
        )
        previous = rules.seal(previous, line)
        chain.append((line, previous))
    return chain


def test_an_untouched_chain_has_no_break() -> None:
    assert rules.first_break(sealed(50)) is None


def test_an_empty_logbook_has_no_break() -> None:
    assert rules.first_break([]) is None


def test_a_line_taken_out_is_named() -> None:
    chain = sealed(9)
    del chain[4]
    assert rules.first_break(chain) == rules.Break(5, "missing")


@given(st.integers(1, 20), st.sampled_from(["at", "event", "subject", "actor", "after", "data"]))
def test_any_altered_field_is_named_by_its_line(number: int, field: str) -> None:
    other: dict[str, Any] = {
        "at": NINE,
        "event": "alert.acknowledged",
        "subject": "alert:999",
        "actor": "person:7",
        "after": 999,
        "data": {"urgency": "technical"},
    }
    chain = sealed(20)
    line, seal = chain[number - 1]
    chain[number - 1] = (replace(line, **{field: other[field]}), seal)
    assert rules.first_break(chain) == rules.Break(number, "altered")


def test_a_line_sealed_anew_breaks_the_next_one() -> None:
    chain = sealed(9)
    line = replace(chain[3][0], actor="person:7")
    chain[3] = (line, rules.seal(chain[2][1], line))
    assert rules.first_break(chain) == rules.Break(5, "altered")


def test_the_clock_of_the_machine_does_not_change_the_seal() -> None:
    line = sealed(1)[0][0]
    quito = replace(line, at=line.at.astimezone(timezone(timedelta(hours=-5))))
    assert rules.seal(rules.GENESIS, quito) == rules.seal(rules.GENESIS, line)
