"""Every address, room by room."""

from django.urls import include, path

urlpatterns = [
    path("guia-de-estilo/", include("sereno.web.urls")),
    path("cuentas/", include("allauth.urls")),
    path("logbook/", include("sereno.logbook.urls")),
]
