"""What is published: figures, the editions that freeze them, and registers kept by hand."""

from sereno.reports.models.editions import Edition
from sereno.reports.models.figures import Figure
from sereno.reports.models.links import LinkVisit
from sereno.reports.models.overtaken import Overtaken
from sereno.reports.models.registers import RegisterPage
from sereno.reports.models.signed import SignedCopy
from sereno.reports.models.templates import TemplateChoice, WordTemplate
from sereno.reports.models.texts import FreeText

__all__ = [
    "Edition",
    "Figure",
    "FreeText",
    "LinkVisit",
    "Overtaken",
    "RegisterPage",
    "SignedCopy",
    "TemplateChoice",
    "WordTemplate",
]
