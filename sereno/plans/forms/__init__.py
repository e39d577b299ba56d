"""The forms of the plans: one for each part, and those of units, ordinances and catalogues."""

from sereno.plans.forms.catalogues import (
    CatalogueForm,
    NewCatalogueForm,
    ObjectivesForm,
    TitleForm,
)
from sereno.plans.forms.council import (
    ArticleForm,
    FactForm,
    OrdinanceForm,
    ProblemForm,
    UnitForm,
)
from sereno.plans.forms.cover import PlanForm, day, free_slug
from sereno.plans.forms.parts import PARTS as OF_THE_TREE
from sereno.plans.forms.parts import ChangeForm, PartForm, TargetForm
from sereno.plans.forms.tasks import ProgressForm, ReprogramForm, TaskForm

PARTS: dict[str, type[PartForm]] = {
    **OF_THE_TREE,
    ProblemForm.kind: ProblemForm,
    FactForm.kind: FactForm,
    TaskForm.kind: TaskForm,
}

__all__ = [
    "PARTS",
    "ArticleForm",
    "CatalogueForm",
    "ChangeForm",
    "FactForm",
    "NewCatalogueForm",
    "ObjectivesForm",
    "OrdinanceForm",
    "PartForm",
    "PlanForm",
    "ProgressForm",
    "ReprogramForm",
    "TargetForm",
    "TaskForm",
    "TitleForm",
    "UnitForm",
    "day",
    "free_slug",
]
