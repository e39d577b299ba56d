"""An ordinance is entered, and each of its articles followed until it is carried out."""

from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.refusals import AlreadyThere, BadEvidence, NoEvidence, ReformsLater
from sereno.plans.models import Article, Ordinance, Project
from sereno.plans.rules import ArticleDraft, OrdinanceDraft, is_link


@transaction.atomic
def enter_ordinance(
    draft: OrdinanceDraft, *, reforms: Ordinance | None = None, by: Person, at: datetime
) -> Ordinance:
    ordinance = _write_ordinance(Ordinance(), draft, reforms)
    entered = events.OrdinanceEntered(issued_on=ordinance.issued_on.isoformat())
    write(entered, about=ordinance, by=by, at=at)
    return ordinance


@transaction.atomic
def amend_ordinance(
    ordinance: Ordinance,
    draft: OrdinanceDraft,
    *,
    reforms: Ordinance | None = None,
    by: Person,
    at: datetime,
) -> None:
    _write_ordinance(ordinance, draft, reforms)
    amended = events.OrdinanceAmended(issued_on=ordinance.issued_on.isoformat())
    write(amended, about=ordinance, by=by, at=at)


@transaction.atomic
def add_article(
    ordinance: Ordinance,
    draft: ArticleDraft,
    *,
    project: Project | None = None,
    by: Person,
    at: datetime,
) -> Article:
    article = _write_article(Article(ordinance=ordinance), draft, project)
    added = events.ArticleAdded(state=article.state, project=_named(project))
    write(added, about=article, by=by, at=at, after=ordinance)
    return article


@transaction.atomic
def follow_article(
    article: Article,
    draft: ArticleDraft,
    *,
    project: Project | None = None,
    by: Person,
    at: datetime,
) -> None:
    """Say how far it is carried out now, by which project, and where that can be seen."""
    _write_article(article, draft, project)
    followed = events.ArticleFollowed(state=article.state, project=_named(project))
    write(followed, about=article, by=by, at=at, after=article.ordinance)


def _write_ordinance(
    ordinance: Ordinance, draft: OrdinanceDraft, reforms: Ordinance | None
) -> Ordinance:
    same = Ordinance.objects.filter(title=draft.title, issued_on=draft.issued_on)
    if same.exclude(pk=ordinance.pk).exists():
        raise AlreadyThere(draft.title)
    reformed = Ordinance.objects.filter(reforms__isnull=False, reforms=ordinance.pk)
    is_late = reformed.filter(issued_on__lte=draft.issued_on).exists()
    if is_late or (reforms and reforms.issued_on >= draft.issued_on):
        raise ReformsLater(draft.title)
    ordinance.number, ordinance.title = draft.number, draft.title
    ordinance.issued_on, ordinance.source = draft.issued_on, draft.source
    ordinance.reforms = reforms
    ordinance.save()
    return ordinance


def _write_article(article: Article, draft: ArticleDraft, project: Project | None) -> Article:
    same = Article.objects.filter(ordinance=article.ordinance, number=draft.number)
    if same.exclude(pk=article.pk).exists():
        raise AlreadyThere(draft.number)
    if draft.state == Article.State.DONE and not draft.evidence:
        raise NoEvidence(draft.number)
    if draft.evidence and not is_link(draft.evidence):
        raise BadEvidence(draft.evidence)
    article.number, article.orders = draft.number, draft.orders
    article.state, article.evidence = draft.state, draft.evidence
    article.project = project
    article.save()
    return article


def _named(project: Project | None) -> str:
    return subject_of(project) if project else ""
