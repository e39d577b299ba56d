"""It is said how the budget is read from a day on; what was in force before stays."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans.budget import events, rules
from sereno.plans.budget.actions.refusals import BadTerms, TermsBackwards
from sereno.plans.budget.models import Month, TermsInForce


@transaction.atomic
def set_terms(terms: rules.Terms, *, starts_on: date, by: Person, at: datetime) -> TermsInForce:
    for name in ("behind_time", "behind_programming"):
        if not Decimal(0) <= getattr(terms, name) <= Decimal(100):
            raise BadTerms(name)
    closed = Month.objects.exclude(closed_at=None).order_by("-year", "-number").first()
    if closed and (starts_on.year, starts_on.month) <= (closed.year, closed.number):
        raise TermsBackwards(str(closed))
    kept = TermsInForce.objects.create(
        starts_on=starts_on,
        behind_time=terms.behind_time,
        behind_programming=terms.behind_programming,
        second=terms.second.value,
        set_at=at,
        set_by=by,
    )
    told = events.TermsSet(
        behind_time=str(terms.behind_time),
        behind_programming=str(terms.behind_programming),
        second=terms.second.value,
    )
    write(told, about=kept, by=by, at=at)
    return kept
