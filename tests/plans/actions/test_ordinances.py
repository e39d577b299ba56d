"""What stands beside the plans: a diagnosis, units of the chart, ordinances by article."""

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from sereno.plans import actions, queries
from sereno.plans.actions.seal import seal_of
from sereno.plans.models import Article, OrgUnit, Plan
from sereno.plans.rules import ArticleDraft, OrdinanceDraft, ProblemDraft, UnitDraft
from tests.plans.conftest import NOON, ODS, WHOLE, Council

THEFT = ProblemDraft("Seguridad", "Roban en los parques", objectives=("1.1",))


@pytest.fixture
def plan(council: Council) -> Plan:
    actions.add_catalogue(ODS, by=council.carmen, at=NOON)
    return actions.draft_plan(replace(WHOLE, problems=(THEFT,)), by=council.carmen, at=NOON)


def test_a_problem_names_the_objective_that_answers_it(council: Council, plan: Plan) -> None:
    problem = queries.problems(plan).get()
    assert [str(one) for one in problem.objectives.all()] == [
        "Que en los parques se pueda pedir auxilio"
    ]
    astray = replace(THEFT, objectives=("9.9",))
    with pytest.raises(actions.UnknownObjective):
        actions.add_problem(plan, astray, by=council.carmen, at=NOON)
    assert plan.problems.count() == 1


def test_the_diagnosis_of_a_published_plan_stays_and_is_read(
    council: Council, plan: Plan, client: Client
) -> None:
    before = seal_of(plan)
    problem = plan.problems.get()
    moved = replace(THEFT, zones="Sucre")
    actions.amend_problem(problem, moved, by=council.carmen, at=NOON)
    assert seal_of(plan) != before
    assert client.get("/lo-prometido/poa-2026/").status_code == 404
    actions.publish_plan(plan, by=council.marta, at=NOON)
    with pytest.raises(actions.PlanIsPublished):
        actions.amend_problem(problem, THEFT, by=council.carmen, at=NOON)
    with pytest.raises(actions.PlanIsPublished):
        actions.remove(problem, by=council.carmen, at=NOON)
    assert "Roban en los parques" in client.get("/lo-prometido/poa-2026/").content.decode()


def test_a_unit_hangs_under_another_and_never_under_itself(council: Council) -> None:
    top = actions.place_unit(UnitDraft("Planes", "advice", "16"), by=council.carmen, at=NOON)
    below = UnitDraft("Obras", "advice", "16.5", "Planes")
    actions.place_unit(below, by=council.carmen, at=NOON)
    rank = queries.chart()[0]
    assert [(unit.name, depth) for unit, depth in rank.units] == [("Planes", 0), ("Obras", 1)]
    round_about = UnitDraft("Planes", "advice", "16", "Obras")
    with pytest.raises(actions.UnderItself):
        actions.amend_unit(top, round_about, by=council.carmen, at=NOON)
    with pytest.raises(actions.AlreadyThere):
        actions.place_unit(UnitDraft("Otra", "advice", "16"), by=council.carmen, at=NOON)
    assert OrgUnit.objects.count() == 2


def test_what_is_done_shows_where_and_a_reform_comes_later(
    council: Council, client: Client
) -> None:
    carmen = council.carmen
    cover = OrdinanceDraft("Del Consejo", date(2006, 7, 25))
    first = actions.enter_ordinance(cover, by=carmen, at=NOON)
    draft = ArticleDraft("Art. 3", "Rendir cuentas")
    article = actions.add_article(first, draft, by=carmen, at=NOON)
    done = replace(draft, state="done")
    with pytest.raises(actions.NoEvidence):
        actions.follow_article(article, done, by=carmen, at=NOON)
    with pytest.raises(actions.BadEvidence):
        actions.follow_article(article, replace(done, evidence="javascript:x"), by=carmen, at=NOON)
    actions.follow_article(article, replace(done, evidence="/informe/"), by=carmen, at=NOON)
    assert Article.objects.get().state == "done"
    earlier = OrdinanceDraft("Reforma", date(2005, 1, 1))
    with pytest.raises(actions.ReformsLater):
        actions.enter_ordinance(earlier, reforms=first, by=carmen, at=NOON)
    client.force_login(carmen)
    for path in ("ordenanzas/", "organigrama/", f"articulo/{article.pk}/", "organigrama/nueva/"):
        assert client.get(f"/planes/{path}").status_code == 200
