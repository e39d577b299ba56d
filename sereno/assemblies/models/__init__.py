"""What people asked, what was answered, where they met, and the process around it."""

from sereno.assemblies.models.answers import Advance, AnswerTime, Commitment, Refusal
from sereno.assemblies.models.asking import Contact, Matter, Suggestion, Support
from sereno.assemblies.models.meetings import Attendance, Deliberation
from sereno.assemblies.models.process import ClosedPhase, Process, ProcessStep, StepRecord
from sereno.assemblies.models.proofs import Proof

__all__ = [
    "Advance",
    "AnswerTime",
    "Attendance",
    "ClosedPhase",
    "Commitment",
    "Contact",
    "Deliberation",
    "Matter",
    "Process",
    "ProcessStep",
    "Proof",
    "Refusal",
    "StepRecord",
    "Suggestion",
    "Support",
]
