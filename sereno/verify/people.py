"""Whether every role that a person holds was given by somebody, and taken away by somebody."""

from collections import defaultdict
from collections.abc import Iterator

from sereno.people.models import Appointment
from sereno.verify.fault import Fault
from sereno.verify.lines import told

GIVEN, TAKEN = "person.appointed", "person.dismissed"


def faults() -> Iterator[Fault]:
    lines = told(GIVEN, TAKEN)
    held = defaultdict(list)
    for one in Appointment.objects.order_by("person_id", "starts_at", "pk"):
        held[f"person:{one.person_id}"].append(one)
    for subject in sorted({*lines, *held}):
        about = lines.get(subject, [])
        given = {(line.data["role"], line.at) for line in about if line.event == GIVEN}
        taken = {(line.data["role"], line.at) for line in about if line.event == TAKEN}
        what = f"La persona {subject.partition(':')[2]}"
        begun = {(one.role, one.starts_at) for one in held[subject]}
        ended = {(one.role, one.ends_at) for one in held[subject] if one.ends_at}
        for role, _ in sorted(begun - given):
            yield Fault(what, f"tiene la función «{role}» y ninguna línea cuenta quién se la dio")
        for role, _ in sorted(given - begun):
            yield Fault(what, f"la función «{role}» que cuenta la bitácora ya no consta")
        for role, _ in sorted(ended ^ taken):
            yield Fault(what, f"el final de su función «{role}» no es el que cuenta la bitácora")
