"""The page of one's own tokens: made and shown once, revoked at any time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sereno.api import actions
from sereno.api.forms import WORDS, TokenForm
from sereno.api.models import Token
from sereno.people.guards import Request, may


@never_cache
@may("token.keep")
def tokens(request: Request) -> HttpResponse:
    form = TokenForm(request.POST or None)
    shown = ""
    if form.is_valid():
        given = form.cleaned_data
        _made, shown = actions.make_token(
            given["name"], given["scopes"], days=given["days"], by=request.user, at=timezone.now()
        )
        form = TokenForm()
    mine = Token.objects.filter(person=request.user)
    context = {
        "form": form,
        "shown": shown,
        "tokens": [(token, [WORDS[scope] for scope in token.scopes]) for token in mine],
        "now": timezone.now(),
    }
    return render(request, "api/tokens.html", context, status=400 if form.errors else 200)


@require_POST
@may("token.keep")
def revoke(request: Request, pk: int) -> HttpResponse:
    token = get_object_or_404(Token, pk=pk, person=request.user)
    actions.revoke_token(token, by=request.user, at=timezone.now())
    messages.success(request, _("La clave ya no abre nada."))
    return redirect("api:tokens")
