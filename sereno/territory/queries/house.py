"""Whose house this is: the name, the contact and the canton that every public page shows."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from sereno.territory.models import Canton, Council


@dataclass(frozen=True)
class House:
    """The council as a reader meets it; empty where nobody said it yet."""

    name: str
    canton: str = ""
    short_name: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    transparency_officer: str = ""

    @property
    def is_reached(self) -> bool:
        return bool(self.email or self.telephone or self.address)


def house() -> House:
    """In one question. A council that did not say its name is called by its canton."""
    canton = Canton.objects.select_related("council").first()
    if canton is None:
        return House(gettext("Consejo de Seguridad Ciudadana"))
    council = getattr(canton, "council", None)
    if council is None:
        by_canton = gettext("Consejo de Seguridad Ciudadana de %(canton)s")
        return House(by_canton % {"canton": canton.name}, canton.name)
    return _of(council, canton.name)


def shell(_request: HttpRequest) -> dict[str, object]:
    """The house for the bar of every page; asked only by pages that say it."""
    return {"institution": SimpleLazyObject(house)}


def _of(council: Council, canton: str) -> House:
    return House(
        council.name,
        canton,
        council.short_name,
        council.email,
        council.telephone,
        council.address,
        council.transparency_officer,
    )
