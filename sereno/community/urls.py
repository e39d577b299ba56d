"""Addresses of what the council does with the barrios."""

from django.urls import path

from sereno.community import views

app_name = "community"
urlpatterns = [
    path("", views.index, name="list"),
    path("nueva/", views.plan, name="plan"),
    path("<int:pk>/", views.activity, name="activity"),
    path("<int:pk>/realizada/", views.hold, name="hold"),
    path("<int:pk>/cancelar/", views.cancel, name="cancel"),
]
