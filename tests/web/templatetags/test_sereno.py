"""What the tags write into a page."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from sereno.web import rules
from sereno.web.templatetags import sereno

LOJA = ZoneInfo("America/Guayaquil")
NIGHT = datetime(2026, 11, 21, 21, 4, 7, tzinfo=LOJA)


def drawn(source: str, **context: Any) -> str:
    with translation.override("es-ec"):
        return Template("{% load sereno %}" + source).render(Context(context)).strip()


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("{{ value|decimal }}", "4.884,15"),
        ("{{ value|decimal:1 }}", "4.884,2"),
        ("{{ value|money }}", "USD\u00a04.884,15"),
        ("{{ value|minutes }}", "4.884,2\u00a0min"),
        ("{{ value|unknown }}", "4.884,15"),
    ],
)
def test_a_number_is_written_as_in_ecuador(source: str, written: str) -> None:
    assert drawn(source, value=Decimal("4884.15")) == written


@pytest.mark.parametrize("name", ["decimal", "money", "minutes", "duration", "unknown"])
def test_no_number_is_said_in_words_and_never_as_zero(name: str) -> None:
    text = drawn("{{ value|" + name + " }}", value=None)
    assert text == '<span class="absent" data-absent="unknown">sin dato</span>'


def test_zero_and_the_three_absences_look_different() -> None:
    seen = {drawn("{{ value|decimal }}", value=value) for value in (0, None, *rules.Absent)}
    assert len(seen) == 4  # The word for the unknown is the same as None.
    assert "0" in seen
    assert drawn('{% absent "not-due" %}').endswith(">aún no vence</span>")
    assert drawn('{% absent "not-applicable" %}').endswith(">no aplica</span>")


def test_a_percentage_shows_its_parts() -> None:
    text = drawn("{% percent 1120 1400 %}")
    assert ">80,0\u00a0%<" in text
    assert "(1.120 de 1.400)" in text


def test_a_percentage_of_nothing_does_not_apply_and_says_why() -> None:
    text = drawn("{% percent 0 0 %}")
    assert "no aplica" in text
    assert "(0 de 0)" in text


def test_a_percentage_of_something_unknown_is_unknown() -> None:
    assert "sin dato" in drawn("{% percent part 9 %}", part=None)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=20), "ahora mismo"),
        (timedelta(minutes=1), "hace 1 minuto"),
        (timedelta(hours=5), "hace 5 horas"),
        (timedelta(days=1), "ayer"),
        (timedelta(days=-1), "mañana"),
        (timedelta(days=-40), "dentro de 1 mes"),
    ],
)
def test_a_moment_is_written_beside_how_far_it_is(ago: timedelta, words: str) -> None:
    text = drawn("{% when moment %}", moment=NIGHT, now=NIGHT + ago)
    assert 'datetime="2026-11-21T21:04:07-05:00"' in text
    assert ">21/11/2026 21:04<" in text
    assert f"({words})" in text


def test_a_moment_without_a_now_is_only_absolute() -> None:
    assert "relative" not in drawn("{% when moment %}", moment=NIGHT)
    assert "sin dato" in drawn("{% when moment %}", moment=None)


def test_a_clock_carries_what_the_page_counts_from() -> None:
    text = drawn("{% since moment due %}", moment=NIGHT, due=NIGHT + timedelta(minutes=2))
    assert 'data-since datetime="2026-11-21T21:04:07.000-05:00"' in text
    assert 'data-due="2026-11-21T21:06:07-05:00"' in text
    assert ">21:04:07<" in text


@pytest.mark.parametrize("kind", list(rules.Kind))
def test_a_state_is_a_word_and_a_shape_besides_its_colour(kind: rules.Kind) -> None:
    text = drawn('{% state_badge kind "Operativa" %}', kind=kind.value)
    assert f'data-kind="{kind.value}"' in text
    assert sereno.SHAPES[kind] in text
    assert "Operativa" in text


def test_every_kind_has_a_shape_of_its_own() -> None:
    assert len({sereno.SHAPES[kind] for kind in rules.Kind}) == len(rules.Kind)


def test_a_state_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="green"):
        drawn('{% state_badge "green" "Operativa" %}')


def test_a_label_is_never_taken_for_markup() -> None:
    assert "<b>" not in drawn("{% state_badge 'plain' label %}", label="<b>x</b>")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("success", "alive"),
        ("error", "attention"),
        ("warning", "attention"),
        ("info", "plain"),
        ("danger", "danger"),
        ("", "plain"),
    ],
)
def test_a_refusal_asks_for_attention_and_red_is_kept_for_danger(word: str, kind: str) -> None:
    assert sereno.message_kind(word) == kind


def test_progress_writes_its_three_numbers_and_says_them() -> None:
    text = drawn('{% progress 62 90 40 unit="%" %}')
    assert 'aria-label="Línea base 40\u00a0%, hoy 62\u00a0%, meta 90\u00a0%."' in text
    assert 'width="44.00"' in text
    assert 'data-reached="no"' in text
    assert "style=" not in text


def test_progress_says_in_words_that_the_target_was_reached() -> None:
    assert "cumplida" in drawn("{% progress 6.4 7 12.5 %}")
    assert "cumplida" not in drawn("{% progress 8.4 7 12.5 %}")


@pytest.mark.parametrize(("value", "words"), [("None", "sin dato"), ('"not-due"', "aún no vence")])
def test_progress_without_a_value_draws_no_bar(value: str, words: str) -> None:
    text = drawn("{% progress " + value + " 90 40 %}")
    assert words in text
    assert 'class="done"' not in text
    assert 'data-reached="unknown"' in text


def test_a_coordinate_has_a_point_whatever_the_language() -> None:
    assert drawn("{{ value|coordinate }}", value=Decimal("33.333")) == "33.33"


def test_crumbs_lead_back_and_end_at_this_page() -> None:
    text = drawn('{% crumbs "Planes" "/planes/" page %}', page="El <plan>")
    assert '<a href="/planes/">Planes</a>' in text
    assert '<span aria-current="page">El &lt;plan&gt;</span>' in text
    assert text.count("<li>") == 2
