"""With which Word template each document is drawn, and a real document to try one with."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import override

from sereno.reports.models import Edition, TemplateChoice, WordTemplate
from sereno.reports.queries import papers, transparency
from sereno.reports.queries.papers.paper import Ask
from sereno.reports.queries.transparency import Asked
from sereno.reports.rules.document import Document
from sereno.territory.queries.house import house


@dataclass(frozen=True)
class Drawn:
    """A kind of document, and since when it goes out with a template; none is the house's own."""

    kind: str
    title: str
    choice: TemplateChoice | None

    @property
    def template(self) -> WordTemplate | None:
        return self.choice.template if self.choice else None


def drawn(kind: str) -> Drawn | None:
    """Nothing for a document that nobody knows."""
    if kind not in Edition.Kind.values:
        return None
    choice = TemplateChoice.objects.standing(kind)
    found = choice.select_related("template", "chosen_by").first()
    return Drawn(kind, str(Edition.Kind(kind).label), found)


def every() -> list[Drawn]:
    found = (drawn(kind) for kind in Edition.Kind.values)
    return [each for each in found if each]


def versions(kind: str) -> list[WordTemplate]:
    """Every template that was given for a document, the newest first."""
    return list(WordTemplate.objects.filter(kind=kind).defer("content").select_related("kept_by"))


def sample(kind: str, *, on: date, site: str) -> Document | None:
    """The newest edition of a kind, else its draft of today; nothing where nothing is kept yet."""
    edition = Edition.objects.filter(kind=kind).order_by("-prepared_at").first()
    if edition:
        return edition.document
    if kind == Edition.Kind.TRANSPARENCY:
        return _month(on, site)
    paper = papers.PAPERS[kind]
    for subject, _words in paper.subjects():
        draft = papers.drafted(paper, Ask(subject, on, site, papers.texts_of(kind, subject)))
        if draft:
            return draft.document
    return None


def bare(kind: str) -> Document:
    """A document with a title and nothing else, for a council that has kept nothing yet."""
    title = str(Edition.Kind(kind).label).capitalize()
    return Document(kind, title, house().name, "", on="", line=0, line_seal="")


def _month(on: date, site: str) -> Document:
    last = on.replace(day=1) - timedelta(days=1)
    asked = Asked(last.year, last.month, site)
    with override(settings.LANGUAGE_CODE):
        return transparency.document(
            transparency.pages(asked),
            asked,
            council=house().name,
            is_example=settings.EXAMPLE != "none",
        )
