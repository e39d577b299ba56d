"""The addresses of the neighbour's page; its worker and manifest stand in its own scope."""

from django.urls import path

from sereno.alerts.intake.neighbour import views

urlpatterns = [
    path("", views.cry, name="cry"),
    path("pedir/", views.press, name="press"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("worker.js", views.worker, name="worker"),
    path("<int:pk>/", views.status, name="status"),
    path("<int:pk>/que-pasa/", views.specify, name="specify"),
]
