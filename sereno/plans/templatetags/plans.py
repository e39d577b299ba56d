"""How a printed value is read by who opened the page."""

from django import template

from sereno.plans.rules import printing

register = template.Library()


@register.filter
def as_read(printed: object) -> str:
    """``66,3 % (2 de 3)`` with its words in the language of the page."""
    return printing.as_read(str(printed))
