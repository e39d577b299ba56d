"""The public addresses. They are printed and quoted, so they do not change."""

from django.urls import path

from sereno.reports.views import (
    barrios,
    crawlers,
    desk,
    editions,
    figures,
    indicators,
    log,
    papers,
    promised,
    signing,
    site,
    transparency,
    yearly,
)

app_name = "reports"
urlpatterns = [
    path("", site.home, name="home"),
    path("metas/<slug:slug>/", site.goal, name="goal"),
    path("indicadores/", indicators.catalogue, name="indicators"),
    path("indicadores/<slug:slug>/", indicators.indicator, name="indicator"),
    path("indicadores/<slug:slug>/serie.csv", indicators.series, name="series"),
    path("lo-prometido/<slug:slug>/", promised.plan, name="plan"),
    path("barrios/", barrios.barrios, name="barrios"),
    path("barrios/<int:pk>/", barrios.barrio, name="barrio"),
    path("mapa/", site.coverage_map, name="map"),
    path("como-se-calcula/", site.how, name="how"),
    path("como-se-calcula/casos/", site.cases, name="cases"),
    path("cifras/<slug:slug>/", figures.figure, name="figure"),
    path("cifras/<slug:slug>/hoja.csv", figures.sheet, name="sheet"),
    path("cifras/<slug:slug>/casos/<str:record>/", figures.case, name="case"),
    path("cifras/<slug:slug>/fotografias/<int:pk>.jpg", figures.photograph, name="photograph"),
    path("informe/", yearly.years, name="years"),
    path("informe/<int:year>/", yearly.report, name="yearly"),
    path("informe/<int:year>/informe.pdf", yearly.printed, name="yearly-pdf"),
    path("informe/<int:year>/informe.json", yearly.data, name="yearly-data"),
    path("bitacora/", log.seals, name="seals"),
    path("bitacora/lineas/", log.lines, name="logbook"),
    path("transparencia/", transparency.months, name="transparency"),
    path("transparencia/<int:year>/<int:month>/", transparency.month, name="transparency-month"),
    path("ediciones/", transparency.editions, name="published-editions"),
    path("ediciones/<slug:slug>/", transparency.edition, name="edition"),
    path("ediciones/<slug:slug>/firmado.pdf", signing.signed, name="edition-signed"),
    path("ediciones/<slug:slug>/edicion.<str:ending>", transparency.file, name="edition-file"),
    path("ediciones/<slug:slug>/csv/<str:name>", transparency.data_set, name="data-set"),
    path("publicar/transparencia/", editions.months, name="editions"),
    path("publicar/transparencia/<int:year>/<int:month>/", editions.month, name="edition-month"),
    path(
        "publicar/transparencia/<int:year>/<int:month>/preparar/", editions.prepare, name="prepare"
    ),
    path(
        "publicar/transparencia/<int:year>/<int:month>/<str:numeral>/",
        editions.register,
        name="register",
    ),
    path("publicar/documentos/", papers.documents, name="papers"),
    path("publicar/documentos/<slug:kind>/<str:subject>/", papers.paper, name="paper"),
    path("publicar/documentos/<slug:kind>/<str:subject>/textos/", papers.write, name="paper-texts"),
    path(
        "publicar/documentos/<slug:kind>/<str:subject>/preparar/",
        papers.prepare,
        name="paper-prepare",
    ),
    path(
        "publicar/ediciones/<int:pk>/edicion.<str:ending>", editions.file, name="edition-draft-file"
    ),
    path("publicar/ediciones/<int:pk>/", editions.waiting, name="edition-waiting"),
    path("publicar/ediciones/<int:pk>/firmar/", signing.sign, name="edition-sign"),
    path("publicar/ediciones/<int:pk>/firmado.pdf", signing.copy, name="edition-copy"),
    path("publicar/ediciones/<int:pk>/publicar/", editions.publish, name="edition-publish"),
    path("publicar/ediciones/<int:pk>/devolver/", editions.return_, name="edition-return"),
    path("publicar/", desk.desk, name="desk"),
    path("publicar/<int:pk>/", desk.publish, name="publish"),
    path("publicar/<int:pk>/corregir/<slug:slug>/", desk.correct, name="correct"),
    path("sitemap.xml", crawlers.sitemap, name="sitemap"),
    path("robots.txt", crawlers.robots, name="robots"),
]
