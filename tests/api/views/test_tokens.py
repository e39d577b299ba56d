"""A person makes a token on a page, reads it once, and revokes it."""

from django.test import Client

from sereno.api.models import Token
from tests.api.conftest import Council

PAGE = "/cuentas/claves/"
GIVEN = {"name": "Hoja de Finanzas", "scopes": ["read", "measure"], "days": "90"}


def test_it_is_shown_once(client: Client, council: Council) -> None:
    client.force_login(council.carmen)
    page = client.post(PAGE, GIVEN).content.decode()
    shown = page.split("<code>")[1].split("</code>")[0]
    assert shown.startswith("sereno_")
    assert shown not in client.get(PAGE).content.decode()
    answer = client.get(
        "/api/v1/plans/poa-2026/measurements", headers={"Authorization": f"Bearer {shown}"}
    )
    assert answer.status_code == 200


def test_without_a_scope_none_is_made(client: Client, council: Council) -> None:
    client.force_login(council.carmen)
    assert client.post(PAGE, GIVEN | {"scopes": []}).status_code == 400
    assert not Token.objects.exists()


def test_only_ones_own_are_listed_and_revoked(client: Client, council: Council) -> None:
    client.force_login(council.carmen)
    client.post(PAGE, GIVEN)
    token = Token.objects.get()
    client.force_login(council.jorge)
    assert "Hoja de Finanzas" not in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}{token.pk}/revocar/").status_code == 404
    client.force_login(council.carmen)
    client.post(f"{PAGE}{token.pk}/revocar/")
    assert "Revocada" in client.get(PAGE).content.decode()
