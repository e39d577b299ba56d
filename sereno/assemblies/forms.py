"""What is filled in to ask, to answer, and to tell how the process goes."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sereno.assemblies.models import Attendance, Deliberation, Matter, Suggestion
from sereno.assemblies.rules.drafts import (
    AdvanceDraft,
    AttendanceDraft,
    DeliberationDraft,
    MatterDraft,
    ProofDraft,
    SuggestionDraft,
)
from sereno.assemblies.rules.proof import LARGEST
from sereno.plans.models import Indicator, OrgUnit, Project, Target
from sereno.territory.models import Parish
from sereno.web.fields import Prose, Ticked

LONGEST = 2000
SEXES = (Attendance.Group.WOMEN, Attendance.Group.MEN, Attendance.Group.OTHER_SEX)


class Day(forms.DateInput):
    """A day, as the browser asks for it."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class AskForm(forms.Form):
    """The public form: words are enough. ``website`` is seen by machines alone."""

    text = Prose(
        max_length=LONGEST,
        label=_("¿Qué sugiere?"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Con sus palabras. No hace falta su nombre ni el de nadie."),
    )
    parish = forms.ModelChoiceField(
        queryset=Parish.objects.order_by("name"),
        required=False,
        label=_("Parroquia"),
        empty_label=_("Todo el cantón, o prefiero no decirlo"),
    )
    contact = forms.CharField(
        max_length=200,
        required=False,
        label=_("Si quiere que le avisemos: teléfono o correo"),
        help_text=_("Se guarda aparte, no se publica nunca y puede pedir que se borre."),
    )
    website = forms.CharField(required=False, label=_("No llene este campo"))

    @property
    def is_a_machine(self) -> bool:
        return bool(self.data.get("website"))

    def draft(self, channel: str = Suggestion.Channel.WEB) -> SuggestionDraft:
        said = self.cleaned_data
        return SuggestionDraft(said["text"], channel, said["contact"])


class TakeForm(AskForm):
    """The same, held by someone who writes down what others say."""

    channel = forms.ChoiceField(
        choices=[
            (Suggestion.Channel.TABLE, _("En la mesa")),
            (Suggestion.Channel.PAPER, _("De un papel")),
        ],
        label=_("Cómo llega"),
    )
    website = None  # type: ignore[assignment]
    field_order = ["text", "parish", "channel", "contact"]

    def draft(self, channel: str = "") -> SuggestionDraft:
        return super().draft(channel or self.cleaned_data["channel"])


class GroupForm(forms.Form):
    """Into a matter that stands, or into a new one."""

    suggestions = Ticked(
        queryset=Suggestion.objects.filter(matter=None),
        label=_("Sugerencias"),
        error_messages={
            "required": _("Elija al menos una sugerencia de la lista."),
            "invalid_choice": _("Una de las elegidas ya está en un asunto. Vuelva a elegir."),
        },
    )
    matter = forms.ModelChoiceField(
        queryset=Matter.objects.all(),
        required=False,
        label=_("Juntar con un asunto que ya existe"),
        empty_label=_("Abrir un asunto nuevo"),
    )
    title = forms.CharField(
        max_length=160,
        required=False,
        label=_("Título, si abre un asunto nuevo"),
        help_text=_("Lo leerá cualquiera: con palabras del Consejo y sin nombres de personas."),
    )
    text = Prose(
        max_length=LONGEST,
        required=False,
        label=_("Qué se pide"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    year = forms.IntegerField(
        min_value=2007,
        max_value=2100,
        required=False,
        label=_("Año del que se rindió cuentas"),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("matter"):
            for name in ("title", "text", "year"):
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Hace falta para abrir un asunto nuevo."))
        return said

    def draft(self) -> MatterDraft:
        said = self.cleaned_data
        return MatterDraft(said["title"], said["text"], said["year"])


class TargetChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A target by what it promises."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.indicator.name}: {obj.said}"


class CommitForm(forms.Form):
    text = Prose(
        max_length=LONGEST,
        label=_("A qué se compromete el Consejo"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    project = forms.ModelChoiceField(
        queryset=Project.objects.filter(objective__component__plan__published_at__isnull=False),
        label=_("Proyecto del plan"),
        help_text=_(
            "Solo los de planes publicados: un compromiso se ata a algo que se puede leer."
        ),
    )
    indicator = forms.ModelChoiceField(
        queryset=Indicator.objects.filter(
            project__objective__component__plan__published_at__isnull=False
        ),
        required=False,
        label=_("Indicador"),
    )
    target = TargetChoice(
        queryset=Target.objects.select_related("indicator").filter(
            indicator__project__objective__component__plan__published_at__isnull=False
        ),
        required=False,
        label=_("Meta"),
    )
    responsible = forms.ModelChoiceField(
        queryset=OrgUnit.objects.order_by("name"), label=_("Unidad responsable")
    )
    due_on = forms.DateField(label=_("Hasta cuándo"), widget=Day())


class AnswerTimeForm(forms.Form):
    days = forms.IntegerField(min_value=1, max_value=365, label=_("Días para responder"))
    starts_on = forms.DateField(label=_("Rige desde"), widget=Day())
    source = forms.CharField(
        max_length=300,
        label=_("Norma o acto que lo fija"),
        help_text=_("Se muestra junto al plazo, para que cualquiera lo compruebe."),
    )


class NoForm(forms.Form):
    reason = Prose(
        max_length=LONGEST,
        label=_("Por qué no"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Lo leerá quien lo pidió. Otra persona debe confirmarlo."),
    )


class ProofForm(forms.Form):
    """A link or a PDF, with what it is."""

    title = forms.CharField(max_length=200, label=_("Qué documento es"))
    link = forms.URLField(max_length=500, required=False, label=_("Enlace"), assume_scheme="https")
    file = forms.FileField(
        required=False,
        label=_("O un archivo PDF"),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )

    def is_empty(self) -> bool:
        return not any(self.cleaned_data.get(name) for name in ("link", "file"))

    def proof(self) -> ProofDraft:
        said = self.cleaned_data
        file = said["file"]
        content = file.read(LARGEST + 1) if file else None
        return ProofDraft(said["title"], said["link"], content)


class AdvanceForm(ProofForm):
    as_of = forms.DateField(label=_("A qué día"), widget=Day())
    result = Prose(
        max_length=LONGEST, label=_("Qué se hizo"), widget=forms.Textarea(attrs={"rows": 3})
    )
    percent = forms.DecimalField(
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        required=False,
        label=_("Porcentaje de avance"),
        help_text=_("Déjelo vacío si nadie lo sabe: no es lo mismo que cero."),
    )
    field_order = ["as_of", "result", "percent", "title", "link", "file"]

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["title"].required = False

    def draft(self) -> AdvanceDraft:
        said = self.cleaned_data
        return AdvanceDraft(said["as_of"], said["result"], said["percent"])


class CallForm(forms.Form):
    kind = forms.ChoiceField(choices=Deliberation.Kind.choices, label=_("Qué reunión es"))
    title = forms.CharField(max_length=160, label=_("Título"))
    place = forms.CharField(max_length=160, label=_("Lugar"))
    held_on = forms.DateField(label=_("Día"), widget=Day())
    year = forms.IntegerField(
        min_value=2007, max_value=2100, label=_("Año del que se rinde cuentas")
    )

    def draft(self) -> DeliberationDraft:
        return DeliberationDraft(**self.cleaned_data)


class CountForm(forms.Form):
    """One number a group; an empty one was not counted."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for group in Attendance.Group:
            self.fields[group.value] = forms.IntegerField(
                min_value=0, max_value=1_000_000, required=False, label=group.label.capitalize()
            )

    def draft(self) -> AttendanceDraft:
        counted = {name: n for name, n in self.cleaned_data.items() if n is not None}
        return AttendanceDraft(
            by_sex={name: n for name, n in counted.items() if name in SEXES},
            by_people={name: n for name, n in counted.items() if name not in SEXES},
        )


class OpenForm(forms.Form):
    """The account of a year and the calendar it follows."""

    year = forms.IntegerField(
        min_value=2007, max_value=2100, label=_("Año del que se rinde cuentas")
    )
    calendar = forms.ChoiceField(label=_("Entidad y calendario"))
    deliberation_on = forms.DateField(
        required=False, label=_("Día de la deliberación"), widget=Day()
    )

    def __init__(self, *given: Any, calendars: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        choices = [(f"{n}", f"{e} · {c}") for n, (e, c) in enumerate(calendars)]
        self.pairs = calendars
        self.fields["calendar"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> tuple[str, str]:
        return self.pairs[int(self.cleaned_data["calendar"])]


class StepForm(forms.Form):
    done_on = forms.DateField(label=_("Qué día se hizo"), widget=Day())
    responsible = forms.ModelChoiceField(
        queryset=OrgUnit.objects.order_by("name"), required=False, label=_("Unidad responsable")
    )


class DateForm(forms.Form):
    day = forms.DateField(label=_("Día de la deliberación"), widget=Day())

    def given(self) -> date:
        day: date = self.cleaned_data["day"]
        return day
