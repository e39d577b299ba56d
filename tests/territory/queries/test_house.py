"""Whose house this is, in one question, said or not."""

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.territory.actions import CouncilDraft, describe_council
from sereno.territory.models import Canton
from sereno.territory.queries.house import house
from tests.territory.ground import AT

pytestmark = pytest.mark.django_db


def test_a_council_is_called_by_its_canton_until_it_says_its_name(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    assert house().name == "Consejo de Seguridad Ciudadana"
    Canton.objects.create(code="1112", name="Quilanga")
    unsaid = house()
    assert (unsaid.name, unsaid.canton) == (
        "Consejo de Seguridad Ciudadana de Quilanga",
        "Quilanga",
    )
    assert not unsaid.is_reached
    describe_council(CouncilDraft("Consejo Vivo", address="Calle Real"), by=None, at=AT)
    with django_assert_num_queries(1):
        said = house()
    assert (said.name, said.canton, said.address) == ("Consejo Vivo", "Quilanga", "Calle Real")
    assert said.is_reached
