"""The address of the HTTP channel."""

from django.urls import path

from sereno.alerts.intake.http import views

urlpatterns = [path("", views.receive, name="intake-http")]
