"""The addresses of alerts: the doors signals come in by, and the signals nobody could read,
the kinds of alert and how soon help is due.
"""

from django.urls import include, path

from sereno.alerts.views import kinds, signals, times

app_name = "alerts"
urlpatterns = [
    path("intake/http/", include("sereno.alerts.intake.http.urls")),
    path("vecino/", include("sereno.alerts.intake.neighbour.urls")),
    path("senales/", signals.signals, name="signals"),
    path("senales/de/<slug:code>/", signals.signals_of, name="signals-of"),
    path("senales/<int:pk>/", signals.signal, name="signal"),
    path("senales/<int:pk>/vista/", signals.see, name="see"),
    path("clases-de-alerta/", kinds.kinds, name="kinds"),
    path("clases-de-alerta/nueva/", kinds.enter_kind, name="enter-kind"),
    path("clases-de-alerta/<slug:code>/cambiar/", kinds.amend_kind, name="amend-kind"),
    path("clases-de-alerta/<slug:code>/retirar/", kinds.retire_kind, name="retire-kind"),
    path("tiempos-de-respuesta/", times.times, name="times"),
    path("tiempos-de-respuesta/fijar/", times.set_times, name="set-times"),
]
