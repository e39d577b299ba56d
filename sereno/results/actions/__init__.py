"""What can be done with a measurement: take it, prove it, review, approve or return it."""

from sereno.results.actions.bands import BandDraft, set_bands
from sereno.results.actions.decide import approve, return_, review
from sereno.results.actions.evidence import EvidenceDraft, add_evidence
from sereno.results.actions.many import Measured, measure_many
from sereno.results.actions.measure import Report, measure, report
from sereno.results.actions.refusals import (
    AlreadyDecided,
    BadNumber,
    BandsBackwards,
    BandsOfThatDay,
    DraftWaiting,
    IsComputed,
    NoEvidence,
    NoReason,
    NotAFileNorALink,
    NotReviewed,
    OtherUniverse,
    OutsideTarget,
    SamePerson,
    SealBroken,
)

__all__ = [
    "AlreadyDecided",
    "BadNumber",
    "BandDraft",
    "BandsBackwards",
    "BandsOfThatDay",
    "DraftWaiting",
    "EvidenceDraft",
    "IsComputed",
    "Measured",
    "NoEvidence",
    "NoReason",
    "NotAFileNorALink",
    "NotReviewed",
    "OtherUniverse",
    "OutsideTarget",
    "Report",
    "SamePerson",
    "SealBroken",
    "add_evidence",
    "approve",
    "measure",
    "measure_many",
    "report",
    "return_",
    "review",
    "set_bands",
]
