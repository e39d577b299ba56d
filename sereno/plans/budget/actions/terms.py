"""It is said how the budget is read from a day on; what was in force before stays."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans.budget import events, rules
from sereno.plans.budget.actions.refusals import BadTerms
from sereno.plans.budget.models import TermsInForce


@transaction.atomic
def set_terms(terms: rules.Terms, *, starts_on: date, by: Person, at: datetime) -> TermsInForce:
    for name in ("behind_time", "behind_programming"):
        if not Decimal(0) <= getattr(terms, name) <= Decimal(100):
            raise BadTerms(name)
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
