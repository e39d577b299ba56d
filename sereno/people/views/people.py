"""People: who is enrolled, with which roles, and how that changes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sereno.people import actions, queries, rules
from sereno.people.forms import Enrolment, NewPassword, RoleChoice
from sereno.people.guards import Request, may
from sereno.people.models import ROLES, Person
from sereno.people.rules import Role

PAGE = 50


@may("person.see")
def people(request: Request) -> HttpResponse:
    """Everyone enrolled, found by name or role."""
    words, wanted = request.GET.get("buscar", "").strip(), request.GET.get("funcion", "")
    role = Role(wanted) if wanted in set(Role) else None
    found = queries.people(words, role)
    return render(
        request,
        "people/list.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("pagina")),
            "words": words,
            "role": role,
            "roles": ROLES.items(),
            "query": _kept(words, role),
            "may_enrol": request.user.may("person.enrol"),
        },
    )


@may("person.enrol")
@require_http_methods(["GET", "POST"])
def enrol(request: Request) -> HttpResponse:
    """Someone new."""
    allowed = rules.may_give(request.user.roles())
    form = Enrolment(request.POST or None, allowed=allowed)
    if form.is_valid():
        try:
            person = actions.enrol(form.newcomer(), by=request.user, at=timezone.now())
        except actions.NameTaken as taken:
            form.add_error("username", _("Ya hay una persona que ingresa como «%s».") % taken)
        else:
            messages.success(request, _("%(name)s ya puede ingresar.") % {"name": person})
            if request.user.may("person.see"):
                return redirect("people:person", person.pk)
            return redirect("people:enrol")
    status = 400 if form.is_bound else 200
    return render(request, "people/enrol.html", {"form": form}, status=status)


@may("person.see")
def person(request: Request, pk: int) -> HttpResponse:
    """One person: roles now and before, shifts, second factor."""
    who = get_object_or_404(queries.people(), pk=pk)
    may_appoint = request.user.may("person.appoint") and who != request.user
    free = frozenset(Role) - who.roles()
    return render(
        request,
        "people/person.html",
        {
            "who": who,
            "appointments": who.appointments.order_by("ends_at", "-starts_at"),
            "shifts": who.shifts.order_by("-starts_at")[:20],
            "may_appoint": may_appoint,
            "password": NewPassword(person=who) if _may_restore(request.user, who) else None,
            "form": RoleChoice(allowed=free) if may_appoint and free else None,
        },
    )


@may("person.appoint")
@require_POST
def appoint(request: Request, pk: int) -> HttpResponse:
    """Give a role."""
    return _change(request, pk, give=True)


@may("person.appoint")
@require_POST
def dismiss(request: Request, pk: int) -> HttpResponse:
    """Take a role away."""
    return _change(request, pk, give=False)


@may("person.enrol")
@require_POST
def give_password(request: Request, pk: int) -> HttpResponse:
    """For someone who forgot theirs; their sessions end."""
    who = get_object_or_404(Person, pk=pk)
    if not _may_restore(request.user, who):
        raise PermissionDenied
    form = NewPassword(request.POST, person=who)
    if form.is_valid():
        password = form.cleaned_data["password"]
        actions.set_password(who, password, by=request.user, at=timezone.now())
        messages.success(request, _("%(name)s tiene una contraseña nueva.") % {"name": who})
    for error in form.errors.get("password", []):
        messages.error(request, str(error))
    return _back_to(request, who)


@may("person.enrol")
@require_POST
def withdraw_factor(request: Request, pk: int) -> HttpResponse:
    """For someone who lost the telephone that gave their codes."""
    who = get_object_or_404(Person, pk=pk)
    if not _may_restore(request.user, who):
        raise PermissionDenied
    try:
        actions.withdraw_second_factor(who, by=request.user, at=timezone.now())
    except actions.NoSecondFactor:
        messages.error(request, _("%(name)s no tenía segundo paso.") % {"name": who})
    else:
        messages.success(
            request, _("%(name)s ingresa ahora solo con su contraseña.") % {"name": who}
        )
    return _back_to(request, who)


def _may_restore(person: Person, who: Person) -> bool:
    return person != who and rules.may_restore(person.roles(), of=who.roles())


def _back_to(request: Request, who: Person) -> HttpResponse:
    return (
        redirect("people:person", who.pk)
        if request.user.may("person.see")
        else redirect("people:home")
    )


def _kept(words: str, role: Role | None) -> str:
    """What stays in the address from one page of rows to the next."""
    kept = {name: value for name, value in (("buscar", words), ("funcion", role)) if value}
    return f"{urlencode(kept)}&" if kept else ""


def _change(request: Request, pk: int, *, give: bool) -> HttpResponse:
    who = get_object_or_404(Person, pk=pk)
    form = RoleChoice(request.POST, allowed=frozenset(Role))
    if not form.is_valid():
        messages.error(request, _("Elija una función de la lista."))
        return redirect("people:list")
    role = Role(form.cleaned_data["role"])
    said = {"name": who, "role": ROLES[role]}
    try:
        if give:
            actions.appoint(who, role, by=request.user, at=timezone.now())
            messages.success(request, _("%(name)s tiene ahora la función: %(role)s.") % said)
        else:
            actions.dismiss(who, role, by=request.user, at=timezone.now())
            messages.success(request, _("%(name)s ya no tiene la función: %(role)s.") % said)
    except actions.AlreadyHeld:
        messages.error(request, _("%(name)s ya tenía la función: %(role)s.") % said)
    except actions.NotHeld:
        messages.error(request, _("%(name)s no tenía la función: %(role)s.") % said)
    except actions.OwnRole:
        messages.error(
            request, _("Nadie cambia sus propias funciones. Pídalo a otra persona de la dirección.")
        )
    return redirect("people:list") if who == request.user else redirect("people:person", who.pk)
