"""What stands to be bent: a published figure, its promise, its sums; and how a try is judged."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from sereno import verify
from sereno.people.models import Person
from sereno.plans.budget.models import Snapshot
from sereno.plans.models import Target
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from sereno.verify import witness
from sereno.verify.witness import Seen
from tests.verify.council import Account

PASSED = 400  # an answer below this refused nothing by itself


@dataclass
class Try:
    """One person at one door; ``said`` gathers by what name each step was refused."""

    account: Account
    person: Person
    seen: list[Seen]
    client: Client = field(default_factory=Client)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.client.force_login(self.person)

    def post(self, name: str, *args: object, **data: object) -> None:
        """Fill in a form, as a browser or a script would, and read what the house says."""
        self.send(reverse(name, args=args), name, **data)

    def send(self, path: str, name: str, **data: object) -> None:
        answer = self.client.post(path, data, follow=True)
        list(getattr(answer, "streaming_content", ()))  # to its end, so that its file is closed
        if answer.status_code >= PASSED or not answer.redirect_chain:
            self.said.append(f"{name}: {answer.status_code}")
        elif any(reverse("account_login") in address for address, _ in answer.redirect_chain):
            self.said.append(f"{name}: no entró")
        else:
            told = [one for one in answer.context["messages"] if one.level_tag == "error"]
            self.said.extend(f"{name}: {one}" for one in told)

    def ask(self, path: str, body: object, *, token: str) -> None:
        """What a program sends, and by what name the interface refuses it."""
        answer = Client().post(
            path,
            json.dumps(body) if body is not None else b"",
            content_type="application/json",
            headers={"Authorization": f"Bearer {token}"},
        )
        if answer.status_code >= PASSED:
            self.said.append(f"{path}: {answer.status_code} {answer.json()['title']}")

    def refused(self, *kinds: type[Exception]) -> "Refused":
        return Refused(self, kinds)

    def faults(self) -> list[str]:
        return [str(one) for one in (*verify.faults(), *witness.faults(self.seen))]


@dataclass
class Refused:
    """A step that must end in one of these refusals, by its name; to end well is a failure."""

    by: Try
    kinds: tuple[type[Exception], ...]

    def __enter__(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, kind: type[Exception] | None, problem: object, trace: object) -> bool:
        self.atomic.__exit__(kind, problem, trace)  # type: ignore[arg-type]
        if kind is None:
            names = ", ".join(one.__name__ for one in self.kinds)
            raise AssertionError(f"nobody refused it; {names} was due")
        if kind and issubclass(kind, self.kinds):
            self.by.said.append(f"{kind.__name__}: {problem}")
            return True
        return False


def sql(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def standing() -> list[object]:
    """Everything that a reader, or a file of evidence, says of what was signed."""
    files = sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())
    signed = Measurement.objects.filter(figure__isnull=False).order_by("pk")
    return [
        list(Figure.objects.order_by("pk").values_list("slug", "printed_value", "measurement_id")),
        list(signed.values_list("pk", "value", "worksheet", "reviewed_by", "approved_by")),
        list(Target.objects.order_by("pk").values_list("pk", "value", "earlier")),
        list(Snapshot.objects.standing().order_by("pk").values_list("line__code", "accrued")),
        [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files],
    ]


@contextmanager
def undone() -> Iterator[None]:
    """Whatever a try left in the database is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
