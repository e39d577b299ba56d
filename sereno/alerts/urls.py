"""The addresses of alerts: the doors signals come in by, and the signals nobody could read."""

from django.urls import include, path

from sereno.alerts import views

app_name = "alerts"
urlpatterns = [
    path("intake/http/", include("sereno.alerts.intake.http.urls")),
    path("vecino/", include("sereno.alerts.intake.neighbour.urls")),
    path("senales/", views.signals, name="signals"),
    path("senales/de/<slug:code>/", views.signals_of, name="signals-of"),
    path("senales/<int:pk>/", views.signal, name="signal"),
    path("senales/<int:pk>/vista/", views.see, name="see"),
]
