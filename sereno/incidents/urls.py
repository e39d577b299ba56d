"""Addresses of the console, of every act in it, and of the pages about incidents."""

from django.urls import path

from sereno.incidents.views import answers, console, pages, units

app_name = "incidents"
urlpatterns = [
    path("consola/", console.console, name="console"),
    path("consola/alerta/<int:pk>/", console.alert, name="alert"),
    path("consola/alerta/<int:pk>/tomar/", answers.take, name="take"),
    path("consola/incidente/<int:pk>/", console.incident, name="incident"),
    path("consola/cola/", console.waiting, name="queue"),
    path("consola/mapa/", console.ground, name="ground"),
    path("consola/posiciones/", console.moving, name="moving"),
    path("incidentes/", pages.index, name="list"),
    path("incidentes/nuevo/", answers.open_by_hand, name="open"),
    path("incidentes/<int:pk>/", pages.whole, name="whole"),
    path("incidentes/<int:pk>/clasificar/", answers.classify, name="classify"),
    path("incidentes/<int:pk>/enviar/", answers.send, name="send"),
    path("incidentes/<int:pk>/nota/", answers.note, name="note"),
    path("incidentes/<int:pk>/cerrar/", answers.close, name="close"),
    path("unidades/", units.units, name="units"),
    path("unidades/<int:pk>/retirar/", units.retire, name="retire-unit"),
    path("envios/<int:pk>/llego/", answers.arrive, name="arrive"),
    path("envios/<int:pk>/libre/", answers.clear, name="clear"),
]
