"""The addresses of results."""

from django.urls import path

from sereno.results.views import (
    approvals,
    bands,
    deciding,
    many,
    measuring,
    money,
    overview,
    recomputing,
    year,
)

app_name = "results"
urlpatterns = [
    path("", overview.results, name="list"),
    path("anio/", year.year, name="year"),
    path("tabla/", many.table, name="table"),
    path("tabla/plantilla/", many.template, name="table-template"),
    path("decidir/", approvals.approvals, name="approvals"),
    path("bandas/", bands.bands, name="bands"),
    path("plan/<slug:slug>/", overview.plan, name="plan"),
    path("plan/<slug:slug>/recalcular/", recomputing.recompute, name="recompute"),
    path("plan/<slug:slug>/dinero/", money.money, name="money"),
    path("indicador/<slug:slug>/fuente/", measuring.tied, name="tie"),
    path("indicador/<slug:slug>/", overview.goal, name="goal"),
    path("meta/<int:pk>/", measuring.target, name="target"),
    path("meta/<int:pk>/medir/", measuring.measure, name="measure"),
    path("meta/<int:pk>/reportar/", measuring.report, name="report"),
    path("medicion/<int:pk>/", deciding.measurement, name="measurement"),
    path("medicion/<int:pk>/hoja/", deciding.sheet, name="sheet"),
    path("medicion/<int:pk>/evidencia/", deciding.add_evidence, name="add-evidence"),
    path("medicion/<int:pk>/revisar/", deciding.review, name="review"),
    path("medicion/<int:pk>/aprobar/", deciding.approve, name="approve"),
    path("medicion/<int:pk>/devolver/", deciding.send_back, name="return"),
    path("evidencia/<int:pk>/", deciding.evidence, name="evidence"),
    path("evidencia/<int:pk>/publica/", deciding.public_copy, name="public-copy"),
]
