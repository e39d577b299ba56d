"""What is done with what is published: figures, the editions that freeze them, and registers."""

from sereno.reports.actions.editions import (
    EDITION_REFUSALS,
    MustBeMended,
    NotComplete,
    NothingPublishedYet,
    NotWaiting,
    OneWaits,
    Proposal,
    SealBroken,
    prepare,
    publish_edition,
    return_edition,
)
from sereno.reports.actions.figures import (
    REFUSALS,
    AlreadyPublished,
    NoReason,
    NotApproved,
    NothingToCorrect,
    OwnWork,
    PlanNotPublished,
    correct,
    publish,
    publish_all,
)
from sereno.reports.actions.late import mark_overtaken
from sereno.reports.actions.links import keep_link_visits
from sereno.reports.actions.registers import RegisterDraft, keep_register
from sereno.reports.actions.signing import (
    SIGNING_REFUSALS,
    AllSigned,
    SignedBefore,
    WasReturned,
    sign_edition,
)
from sereno.reports.actions.templates import ChosenAlready, choose_template, keep_template
from sereno.reports.actions.texts import keep_texts

__all__ = [
    "EDITION_REFUSALS",
    "REFUSALS",
    "SIGNING_REFUSALS",
    "AllSigned",
    "AlreadyPublished",
    "ChosenAlready",
    "MustBeMended",
    "NoReason",
    "NotApproved",
    "NotComplete",
    "NotWaiting",
    "NothingPublishedYet",
    "NothingToCorrect",
    "OneWaits",
    "OwnWork",
    "PlanNotPublished",
    "Proposal",
    "RegisterDraft",
    "SealBroken",
    "SignedBefore",
    "WasReturned",
    "choose_template",
    "correct",
    "keep_link_visits",
    "keep_register",
    "keep_template",
    "keep_texts",
    "mark_overtaken",
    "prepare",
    "publish",
    "publish_all",
    "publish_edition",
    "return_edition",
    "sign_edition",
]
