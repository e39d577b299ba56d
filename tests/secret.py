"""A plan in draft of which every part says the same word, so that one look finds a leak."""

from datetime import date, datetime
from decimal import Decimal

from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.budget.models import Line, Weight
from sereno.plans.models import Article, Ordinance, Plan, Project
from sereno.plans.rules import (
    AlignmentDraft,
    CatalogueDraft,
    CatalogueObjectiveDraft,
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
    Programming,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
)

WORD = "Zarzaparrilla"
SLUG = WORD.lower()
STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
SERVED = CatalogueDraft(
    "trial",
    "Catálogo de prueba",
    date(2020, 1, 1),
    objectives=(CatalogueObjectiveDraft("1", "Vivir sin miedo", "Una gaceta"),),
)
TARGET = TargetDraft("quantity", STARTS, ENDS, Decimal(77), source_words=f"77 de {WORD}")
PROJECT = ProjectDraft(
    f"Proyecto {WORD}",
    "Unidad",
    STARTS,
    ENDS,
    indicators=(
        IndicatorDraft(
            slug=SLUG,
            name=f"Indicador {WORD}",
            unit="personas",
            direction="rise",
            definition=WORD,
            targets=(TARGET,),
        ),
    ),
    tasks=(TaskDraft(f"Actividad {WORD}", Programming(STARTS, ENDS, cost=Decimal(9))),),
)
OBJECTIVE = ObjectiveDraft(
    f"Objetivo {WORD}", (AlignmentDraft("trial", "1", note=WORD),), (PROJECT,)
)
DRAFT = PlanDraft(
    "yearly",
    SLUG,
    f"Plan {WORD}",
    STARTS,
    ENDS,
    source=WORD,
    components=(ComponentDraft(f"Componente {WORD}", (OBJECTIVE,)),),
    problems=(ProblemDraft("Parques", f"Problema {WORD}", objectives=("1.1",)),),
)


def enter(*, by: Person, at: datetime) -> Plan:
    """Kept in draft, and tied to what anyone may read: a line of the budget, an article."""
    planning.add_catalogue(SERVED, by=by, at=at)
    plan = planning.draft_plan(DRAFT, by=by, at=at)
    project = Project.objects.get(objective__component__plan=plan)
    for line in Line.objects.filter(weights=None)[:1]:
        Weight.objects.create(line=line, project=project, share=Decimal(100))
    ordinance = Ordinance.objects.create(number="1", title="Ordenanza", issued_on=STARTS)
    Article.objects.create(ordinance=ordinance, number="1", orders="Cuidar", project=project)
    return plan
