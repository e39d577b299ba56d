"""The addresses of documents."""

from django.urls import path

from sereno.documents.views import answering, bringing, reviewing

app_name = "documents"
urlpatterns = [
    path("", bringing.documents, name="list"),
    path("traer/", bringing.bring, name="bring"),
    path("<int:pk>/", reviewing.document, name="document"),
    path("<int:pk>/archivo/", bringing.original, name="original"),
    path("<int:pk>/pagina/<int:number>/", reviewing.page, name="page"),
    path("<int:pk>/adonde/", reviewing.direct, name="direct"),
    path("<int:pk>/aceptar/", reviewing.accept_many, name="accept-many"),
    path("<int:pk>/leer/", reviewing.read_again, name="read-again"),
    path("<int:pk>/columnas/", reviewing.map_columns, name="map-columns"),
    path("<int:pk>/visto/", reviewing.look_over, name="look-over"),
    path("<int:pk>/terminar/", reviewing.finish, name="finish"),
    path("<int:pk>/cambios/", answering.changes, name="changes"),
    path("<int:pk>/cambios/aplicar/", answering.apply_changes, name="apply-changes"),
    path("<int:pk>/rechazos.csv", answering.rejects, name="rejects"),
    path("<int:pk>/carta/", answering.letter, name="letter"),
    path("<int:pk>/carta.pdf", answering.letter_pdf, name="letter-pdf"),
    path("fila/<int:pk>/", reviewing.decide, name="decide"),
    path("fila/<int:pk>/lugar/", reviewing.source, name="source"),
    path("viene-de/<str:subject>/", reviewing.origins, name="origins"),
]
