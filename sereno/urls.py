"""Every address, room by room."""

from django.urls import include, path

urlpatterns = [
    path("cuentas/", include("allauth.urls")),
    path("logbook/", include("sereno.logbook.urls")),
]
