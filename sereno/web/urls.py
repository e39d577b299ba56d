"""The addresses of the shell itself."""

from django.urls import path

from sereno.web import views

app_name = "web"
urlpatterns = [
    path("", views.style_guide, name="style-guide"),
    path("<str:face>/", views.style_guide, name="style-guide-face"),
]
