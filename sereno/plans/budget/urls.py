"""The addresses of the budget."""

from django.urls import path

from sereno.plans.budget.views import lines, statements, works, year

app_name = "budget"
urlpatterns = [
    path("", year.year, name="year"),
    path("<int:pk>/", year.line, name="line"),
    path("<int:pk>/reparto/", lines.share, name="share"),
    path("<int:pk>/programacion/", lines.program, name="program"),
    path("partida/nueva/", lines.new_line, name="new-line"),
    path("reglas/", lines.terms, name="terms"),
    path("cedula/", statements.take, name="take"),
    path("cedula/plantilla/", statements.template, name="template"),
    path("cerrar/<int:year>/<int:number>/", statements.close, name="close"),
    path("correcciones/", statements.corrections, name="corrections"),
    path("correcciones/<int:pk>/aceptar/", statements.agree, name="agree"),
    path("correcciones/<int:pk>/rechazar/", statements.refuse, name="refuse"),
    path("plan/<slug:slug>/", year.plan, name="plan"),
    path("parroquias/", year.parishes, name="parishes"),
    path("contratos/", works.contracts, name="contracts"),
    path("contratos/nuevo/", works.new_contract, name="new-contract"),
    path("contratos/<int:pk>/", works.contract, name="contract"),
    path("contratos/<int:pk>/orden/", works.order, name="order"),
    path("contratos/<int:pk>/pago/", works.pay, name="pay"),
    path("ordenes/<int:pk>/hecho/", works.done, name="done"),
    path("ordenes/<int:pk>/evidencia/", works.proof, name="proof"),
]
