"""The addresses of the map."""

from django.urls import path

from sereno.territory.views import council, files, parishes

app_name = "territory"
urlpatterns = [
    path("", parishes.parishes, name="list"),
    path("consejo/", council.council, name="council"),
    path("canton/", parishes.found, name="found"),
    path("parroquias/<int:pk>/", parishes.parish, name="parish"),
    path("cargar/", files.send, name="import"),
    path("cargar/<int:pk>/", files.preview, name="preview"),
    path("cargar/<int:pk>/aceptar/", files.accept, name="accept"),
    path("cargar/<int:pk>/descartar/", files.discard, name="discard"),
]
