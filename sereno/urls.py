"""Every address, room by room."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from sereno.api.views.house import api

urlpatterns = [
    path("guia-de-estilo/", include("sereno.web.urls")),
    # No token: public pages are kept by caches, and a language can do no harm.
    path("idioma/", csrf_exempt(set_language), name="set-language"),
    path("", include("sereno.alerts.urls")),
    path("api/v1/", api.urls),
    path("", include("sereno.api.urls")),
    path("cuentas/", include("sereno.people.urls.accounts")),
    path("", include("sereno.people.urls")),
    path("dispositivos/", include("sereno.devices.urls")),
    path("territorio/", include("sereno.territory.urls")),
    path("planes/", include("sereno.plans.urls")),
    path("presupuesto/", include("sereno.plans.budget.urls")),
    path("", include("sereno.assemblies.urls")),
    path("resultados/", include("sereno.results.urls")),
    path("", include("sereno.incidents.urls")),
    path("comunidad/", include("sereno.community.urls")),
    path("logbook/", include("sereno.logbook.urls")),
    path("documentos/", include("sereno.documents.urls")),
    path("", include("sereno.reports.urls")),
]
