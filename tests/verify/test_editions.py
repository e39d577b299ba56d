"""An edition that is not what was frozen, signed or published is named."""

from datetime import date, timedelta

import pytest
from django.db import connection

from sereno import verify
from sereno.reports import actions
from sereno.reports.formats.docx.template import default
from sereno.reports.models import Edition
from sereno.reports.rules.document import Document
from sereno.reports.rules.signing import Act, Signed
from sereno.verify import locks
from tests.verify.council import AT, Account
from tests.verify.test_locks import refuses

LATER = AT + timedelta(hours=1)


def put(_document: Document, before: bytes, act: Act) -> Signed:
    return Signed(before + act.value.encode(), "Carmen", "0" * 64)


@pytest.fixture
def edition(account: Account) -> Edition:
    """Signed once and published, with a text, a register and a template of the council's."""
    actions.keep_texts("narrative", "2026", {"prologo": "Un año."}, by=account.carmen, at=LATER)
    draft = actions.RegisterDraft("17", 2026, 5, "rows", rows=[["a", "b"]])
    actions.keep_register(draft, by=account.carmen, at=LATER)
    template = actions.keep_template("narrative", default(), by=account.carmen, at=LATER)
    actions.choose_template("narrative", template, by=account.marta, at=LATER)
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    whole = Document("narrative", "Informe", "Consejo", "2026", on="", line=0, line_seal="")
    made = actions.prepare(
        lambda: actions.Proposal("narrative", "informe", first, last, whole),
        by=account.carmen,
        at=LATER,
    )
    actions.sign_edition(made, put, by=account.carmen, at=LATER)
    actions.publish_edition(made, by=account.marta, at=LATER)
    return made


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def told() -> list[str]:
    return [str(fault) for fault in verify.faults() if "cerrojos" not in str(fault)]


def test_an_edition_that_nobody_touched_is_whole(edition: Edition) -> None:
    assert told() == []
    assert edition.document.template


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE reports_edition SET content = '{}'", "su contenido no da su sello"),
        ("UPDATE reports_edition SET seal = 'x'", "su sello no es el que dice la línea"),
        ("UPDATE reports_edition SET published_by_id = prepared_by_id + 1", "quién y cuándo"),
        ("UPDATE reports_signedcopy SET fingerprint = 'x'", "no es la que dice la línea"),
        ("UPDATE reports_signedcopy SET sha256 = 'x'", "no es el que se entregó"),
        ("DELETE FROM reports_signedcopy", "la cuenta y ya no está"),
        ("UPDATE reports_freetext SET code = 'otro'", "no es lo que dice la línea"),
        ("UPDATE reports_registerpage SET rows = '[]'", "no es lo que dice la línea"),
        ("UPDATE reports_wordtemplate SET sha256 = 'x'", "falta la plantilla de Word"),
        ("UPDATE reports_templatechoice SET template_id = NULL", "La elección de plantilla"),
        ("DELETE FROM reports_freetext", "lo cuenta y ya no está"),
    ],
)
def test_whatever_was_changed_behind_its_back_is_named(
    edition: Edition, statement: str, words: str
) -> None:
    run(statement)
    assert words in "\n".join(told())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reports_edition SET content = '{}'",
        "UPDATE reports_edition SET returned_because = 'x'",
        "DELETE FROM reports_edition",
        "UPDATE reports_signedcopy SET name = 'otra'",
        "DELETE FROM reports_signedcopy",
        "UPDATE reports_freetext SET text = 'x'",
        "DELETE FROM reports_freetext",
        "UPDATE reports_registerpage SET rows = '[]'",
        "UPDATE reports_wordtemplate SET sha256 = 'x'",
        "UPDATE reports_templatechoice SET template_id = NULL",
    ],
)
def test_the_database_refuses_to_change_it(edition: Edition, statement: str) -> None:
    locks.lay()
    refuses(statement)
    assert list(verify.faults()) == []


def test_what_is_not_decided_yet_goes_on_with_the_locks_on(
    edition: Edition, account: Account
) -> None:
    locks.lay()
    actions.keep_texts("narrative", "2026", {"prologo": "Otro."}, by=account.carmen, at=LATER)
    draft = actions.RegisterDraft("17", 2026, 5, "not_applicable", "No hubo")
    actions.keep_register(draft, by=account.carmen, at=LATER)
    actions.choose_template("narrative", None, by=account.marta, at=LATER)
    assert list(verify.faults()) == []
