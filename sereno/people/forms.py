"""The forms of people: sign in, enrol, appoint, begin and end a shift."""

from typing import TYPE_CHECKING, Any, cast

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sereno.people import actions, adapters
from sereno.people.models import ROLES, Person
from sereno.people.rules import Role
from sereno.territory.models import Barrio
from sereno.web.fields import Prose

NO_SUCH_NAME = _("Escriba el usuario solo con letras y números, sin espacios: por ejemplo, rosa.")


def role_choices(allowed: frozenset[Role] = frozenset(Role)) -> list[tuple[str, str | Promise]]:
    return [(role.value, word) for role, word in ROLES.items() if role in allowed]


class SignIn(LoginForm):  # type: ignore[misc]
    """Name and password; how long it lasts follows from the role, not from a box to tick."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Usuario")
        self.fields["password"].label = _("Contraseña")
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        response: HttpResponse = super().login(request, redirect_url=redirect_url)
        if isinstance(request.user, Person):
            adapters.stay(request, request.user)
        return response


if TYPE_CHECKING:
    BarrioField = forms.ModelChoiceField[Barrio]
else:
    BarrioField = forms.ModelChoiceField


class BarrioChoice(BarrioField):
    """A barrio with its parish: names repeat from one to another."""

    def label_from_instance(self, obj: Barrio) -> str:
        return f"{obj} ({obj.parish})"


class Enrolment(forms.Form):
    """Someone new: how they sign in, who they are, what they do."""

    full_name = forms.CharField(label=_("Nombre completo"), max_length=120)
    username = forms.CharField(
        label=_("Usuario"),
        max_length=60,
        validators=[UnicodeUsernameValidator(message=NO_SUCH_NAME)],
        help_text=_("Con este nombre ingresa. Letras y números, sin espacios."),
    )
    password = forms.CharField(
        label=_("Contraseña para el primer ingreso"),
        help_text=_("Diez letras o más. Al ingresar, el personal debe cambiarla."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    role = forms.ChoiceField(label=_("Función"))
    telephone = forms.CharField(label=_("Teléfono"), max_length=20, required=False)
    barrio = BarrioChoice(
        label=_("Barrio donde vive"),
        queryset=Barrio.objects.select_related("parish").order_by("parish__name", "name"),
        required=False,
        empty_label=_("Ninguno"),
        help_text=_("Solo para vecinas, vecinos y promotoras."),
    )

    def __init__(self, *args: Any, allowed: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = cast("forms.ChoiceField", self.fields["role"])
        role.choices = role_choices(allowed)

    def clean_username(self) -> str:
        name = actions.username_of(self.cleaned_data["username"])
        if Person.objects.filter(username=name).exists():
            raise forms.ValidationError(
                _("Ya hay una persona que ingresa como «%(name)s». Escriba otro usuario."),
                params={"name": name},
            )
        return name

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if password := cleaned.get("password"):
            person = Person(
                username=cleaned.get("username", ""), full_name=cleaned.get("full_name", "")
            )
            try:
                password_validation.validate_password(password, person)
            except forms.ValidationError as refusal:
                self.add_error("password", refusal)
        return cleaned

    def newcomer(self) -> actions.Newcomer:
        """What was written, for ``actions.enrol``."""
        cleaned = self.cleaned_data
        return actions.Newcomer(
            username=cleaned["username"],
            full_name=cleaned["full_name"],
            password=cleaned["password"],
            roles=(Role(cleaned["role"]),),
            telephone=cleaned["telephone"],
            barrio=cleaned["barrio"],
        )


class FirstDirector(Enrolment):
    """Whoever directs an empty council: a name and a password of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, allowed=frozenset({Role.DIRECTOR}), **kwargs)
        for name in ("role", "telephone", "barrio"):
            del self.fields[name]
        self.fields["password"].label = _("Contraseña")
        self.fields["password"].help_text = _("Diez letras o más.")
        self.fields["password"].widget = forms.PasswordInput()

    def newcomer(self) -> actions.Newcomer:
        said = self.cleaned_data
        return actions.Newcomer(
            said["username"], said["full_name"], said["password"], (Role.DIRECTOR,)
        )


class NewPassword(forms.Form):
    """A password for someone who forgot theirs."""

    password = forms.CharField(
        label=_("Contraseña nueva"),
        help_text=_("Diez letras o más. Al ingresar, el personal debe cambiarla."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.person)
        return password


class RoleChoice(forms.Form):
    """A role to give or to take away, of those that can be."""

    role = forms.ChoiceField(label=_("Función"))

    def __init__(self, *args: Any, allowed: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role = cast("forms.ChoiceField", self.fields["role"])
        role.choices = role_choices(allowed)


class ShiftBegin(forms.Form):
    """Where someone will stand."""

    post = forms.CharField(
        label=_("¿Dónde estará?"),
        max_length=60,
        help_text=_("Por ejemplo: Consola 1, Patrulla centro, Taller."),
    )


class ShiftEnd(forms.Form):
    """What the next one must know."""

    handover = Prose(
        label=_("¿Qué debe saber quien sigue?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Lo que queda pendiente, a quién falta llamar. Si no hay nada, déjelo vacío."),
    )
