"""The forms by which a finance clerk keeps the budget."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from sereno.plans.budget import rules
from sereno.plans.budget.models import Contract, Line, TermsInForce
from sereno.plans.budget.rules.numbers import amount
from sereno.plans.forms import day
from sereno.plans.models import Indicator, Project
from sereno.territory.models import Parish
from sereno.web.fields import PastedForm
from sereno.web.rules import decimal


class MoneyField(forms.CharField):
    """An amount written as here, read by the same rule as a statement."""

    def __init__(self, **options: Any) -> None:
        words = {"inputmode": "decimal", "class": "number"}
        super().__init__(max_length=30, widget=forms.TextInput(attrs=words), **options)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        try:
            return amount(text)
        except rules.NotAnAmount as fault:
            raise forms.ValidationError(
                say("«%(text)s» no se puede leer con seguridad. Escriba por ejemplo 4.884,15.")
                % {"text": fault.text}
            ) from fault

    def prepare_value(self, value: Any) -> Any:
        return decimal(value, 2) if isinstance(value, Decimal) else value


class LineForm(forms.Form):
    year = forms.IntegerField(label=_("Año"), min_value=2000, max_value=2100)
    code = forms.CharField(
        label=_("Código de partida"),
        max_length=60,
        help_text=_("Empieza con el clasificador: 1 a 3 es ingreso, 5 a 9 es gasto."),
    )
    description = forms.CharField(label=_("Descripción"), max_length=300)
    source = forms.CharField(
        label=_("Fuente de financiamiento"),
        max_length=120,
        required=False,
        help_text=_(
            "Por ejemplo: tasa en la planilla de agua, convenio, saldo de años anteriores."
        ),
    )
    parish = forms.ModelChoiceField(
        label=_("Parroquia"),
        queryset=Parish.objects.order_by("name"),
        required=False,
        empty_label=_("todo el cantón"),
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not code[:2].isdigit():
            raise forms.ValidationError(say("Empiece con los dígitos del clasificador, como 84."))
        return code


class StatementForm(PastedForm):
    """A month and its statement, pasted or as a file."""

    year = forms.IntegerField(label=_("Año"), min_value=2000, max_value=2100)
    month = forms.TypedChoiceField(
        label=_("Mes al que llega la cédula"), choices=list(MONTHS.items()), coerce=int
    )
    text = forms.CharField(
        label=_("Pegue aquí la tabla, con su fila de títulos"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "wrap": "off"}),
        help_text=_(
            "Cópiela de Excel o LibreOffice: código de partida, descripción, inicial, reformas, "
            "codificado, certificado, comprometido, devengado y pagado, acumulados desde enero."
        ),
    )
    creates = forms.BooleanField(
        label=_("Registrar las partidas que todavía no estén en el presupuesto del año"),
        required=False,
    )
    reason = forms.CharField(label=_("Por qué se corrige"), max_length=300, required=False)


class WeightForm(forms.Form):
    project = forms.ModelChoiceField(
        label=_("Proyecto"), queryset=Project.objects.none(), required=False
    )
    indicator = forms.ModelChoiceField(
        label=_("Indicador"), queryset=Indicator.objects.none(), required=False
    )
    share = MoneyField(label=_("Porcentaje"), required=False)

    def __init__(
        self,
        *given: Any,
        projects: list[tuple[str, str]],
        indicators: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*given, **options)
        for name, model, choices in (
            ("project", Project, projects),
            ("indicator", Indicator, indicators),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - declared above
            field.queryset = model._default_manager.all()
            field.choices = [("", "—"), *choices]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        given = [bool(data.get(name)) for name in ("project", "share")]
        if any(given) and not all(given):
            raise forms.ValidationError(say("Elija el proyecto y escriba su porcentaje."))
        return data


class ProgrammingForm(forms.Form):
    """Twelve shares of a hundred, one a month."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        for number, name in MONTHS.items():
            self.fields[f"m{number}"] = MoneyField(label=str(name).capitalize(), required=False)

    def shares(self) -> list[Decimal]:
        return [self.cleaned_data[f"m{number}"] or Decimal(0) for number in MONTHS]


class TermsForm(forms.Form):
    starts_on = day(_("Desde"))
    behind_time = MoneyField(
        label=_("Puntos que puede ir detrás del calendario"),
        help_text=_(
            "En septiembre ha pasado el 75 % del año: con 15 puntos se avisa bajo el 60 %."
        ),
    )
    behind_programming = MoneyField(label=_("Puntos que puede ir detrás de lo programado"))
    second = forms.ChoiceField(label=_("Saldo por devengar"), choices=TermsInForce.Second.choices)

    def terms(self) -> rules.Terms:
        data = self.cleaned_data
        return rules.Terms(
            data["behind_time"], data["behind_programming"], rules.Second(data["second"])
        )


class ContractForm(forms.Form):
    line = forms.ModelChoiceField(
        label=_("Partida"), queryset=Line.objects.filter(kind="expense").order_by("-year", "code")
    )
    code = forms.CharField(label=_("Número del contrato"), max_length=60)
    supplier = forms.CharField(
        label=_("Empresa contratada"), max_length=160, help_text=_("El nombre de la empresa.")
    )
    purpose = forms.CharField(label=_("Objeto"), max_length=300)
    amount = MoneyField(label=_("Valor (USD)"))
    starts_on = day(_("Empieza"))
    days = forms.IntegerField(label=_("Plazo en días"), min_value=1, max_value=3650)


class OrderForm(forms.Form):
    code = forms.CharField(label=_("Número de la orden"), max_length=60)
    task = forms.CharField(label=_("Trabajo que se ordena"), max_length=300)
    devices = forms.CharField(
        label=_("Equipos"),
        max_length=300,
        required=False,
        help_text=_("Sus códigos, separados con coma: CAM-001, CAM-002."),
    )
    amount = MoneyField(label=_("Valor (USD)"))
    ordered_on = day(_("Fecha de la orden"))


class DoneForm(forms.Form):
    done_on = day(_("Día en que se terminó"))


class ProofForm(forms.Form):
    title = forms.CharField(
        label=_("Qué demuestra que se hizo"),
        max_length=200,
        help_text=_("Acta de entrega-recepción, informe, fotografía."),
    )
    address = forms.CharField(
        label=_("Dónde está"), max_length=300, help_text=_("Enlace o lugar del archivo.")
    )


class PaymentForm(forms.Form):
    number = forms.CharField(label=_("Número del pago"), max_length=60)
    amount = MoneyField(label=_("Valor (USD)"))
    paid_on = day(_("Fecha del pago"))
    order = forms.ModelChoiceField(
        label=_("Orden que se paga"),
        queryset=Contract.objects.none(),
        required=False,
        empty_label=_("ninguna (anticipo o pago general)"),
    )

    def __init__(self, *given: Any, contract: Contract, **options: Any) -> None:
        super().__init__(*given, **options)
        order = self.fields["order"]
        assert isinstance(order, forms.ModelChoiceField)  # noqa: S101 - declared above
        order.queryset = contract.orders.all()
