"""The addresses of the interface, and of the page of one's own tokens."""

from django.urls import path

from sereno.api.views import house, tokens

app_name = "api"
urlpatterns = [
    path("api/", house.operations, name="operations"),
    path("cuentas/claves/", tokens.tokens, name="tokens"),
    path("cuentas/claves/<int:pk>/revocar/", tokens.revoke, name="revoke"),
]
