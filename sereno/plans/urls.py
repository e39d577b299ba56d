"""The addresses of plans."""

from django.urls import path, register_converter

from sereno.plans import forms
from sereno.plans.views import catalogues, council, tasks
from sereno.plans.views import plans as views


class PartConverter:
    """One of the kinds of parts that a plan is made of."""

    regex = "|".join(forms.PARTS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(PartConverter, "part")

app_name = "plans"
urlpatterns = [
    path("", views.plans, name="list"),
    path("nuevo/", views.new_plan, name="new"),
    path("parte/<part:kind>/nueva/<int:parent>/", views.add_part, name="add"),
    path("parte/<part:kind>/<int:pk>/", views.amend_part, name="amend"),
    path("parte/<part:kind>/<int:pk>/quitar/", views.remove_part, name="remove"),
    path("meta/<int:pk>/cambiar/", views.propose_change, name="propose-change"),
    path("cambio/<int:pk>/confirmar/", views.confirm_change, name="confirm-change"),
    path("cambio/<int:pk>/rechazar/", views.refuse_change, name="refuse-change"),
    path("actividad/<int:pk>/", tasks.task, name="task"),
    path("actividad/<int:pk>/avance/", tasks.tell_progress, name="tell-progress"),
    path("actividad/<int:pk>/reprogramar/", tasks.reprogram, name="reprogram"),
    path(
        "reprogramacion/<int:pk>/confirmar/",
        tasks.confirm_reprogramming,
        name="confirm-reprogramming",
    ),
    path(
        "reprogramacion/<int:pk>/rechazar/",
        tasks.refuse_reprogramming,
        name="refuse-reprogramming",
    ),
    path("avance/<int:pk>/confirmar/", tasks.confirm_progress, name="confirm-progress"),
    path("avance/<int:pk>/devolver/", tasks.return_progress, name="return-progress"),
    path("organigrama/", council.chart, name="chart"),
    path("organigrama/nueva/", council.place_unit, name="place-unit"),
    path("organigrama/<int:pk>/", council.amend_unit, name="amend-unit"),
    path("ordenanzas/", council.ordinances, name="ordinances"),
    path("ordenanzas/nueva/", council.enter_ordinance, name="enter-ordinance"),
    path("ordenanzas/<int:pk>/", council.amend_ordinance, name="amend-ordinance"),
    path("ordenanzas/<int:pk>/articulo/", council.add_article, name="add-article"),
    path("articulo/<int:pk>/", council.follow_article, name="follow-article"),
    path("catalogos/", catalogues.catalogues, name="catalogues"),
    path("catalogos/nuevo/", catalogues.enter_catalogue, name="enter-catalogue"),
    path("catalogos/<int:pk>/", catalogues.amend_catalogue, name="amend-catalogue"),
    path("catalogos/<int:pk>/objetivos/", catalogues.add_objectives, name="add-objectives"),
    path("catalogos/objetivo/<int:pk>/", catalogues.confirm_title, name="confirm-title"),
    path("<slug:slug>/", views.plan, name="plan"),
    path("<slug:slug>/editar/", views.amend_plan, name="amend-plan"),
    path("<slug:slug>/publicar/", views.publish_plan, name="publish"),
]
