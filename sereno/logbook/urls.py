"""The addresses of the logbook."""

from django.urls import path

from sereno.logbook import views

app_name = "logbook"
urlpatterns = [path("live/", views.live, name="live")]
