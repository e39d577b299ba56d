"""The addresses of devices; each step of a life has its own, because each takes its own act."""

from django.urls import path

from sereno.devices import views
from sereno.devices.rules import State

STEPS = {
    State.REQUESTED: "solicitar",
    State.REFUSED: "no-procede",
    State.FEASIBLE: "factible",
    State.INSTALLED: "instalar",
    State.ACCEPTED: "aceptar",
    State.OPERATING: "operativo",
    State.INTERMITTENT: "intermitente",
    State.OUT: "fuera-de-servicio",
    State.RELOCATED: "reubicar",
    State.RETIRED: "dar-de-baja",
}

app_name = "devices"
urlpatterns = [
    path("", views.index, name="list"),
    path("solicitar/", views.ask, name="ask"),
    path("mapa/", views.street, name="map"),
    path("mapa/puntos.geojson", views.points, name="points"),
    path("<slug:code>/", views.device, name="device"),
    path("<slug:code>/clave/", views.key, name="key"),
    *(
        path(f"<slug:code>/{word}/", views.changer(to), name=f"to-{to}")
        for to, word in STEPS.items()
    ),
]
