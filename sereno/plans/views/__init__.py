"""The pages of the plans: the plans themselves, the chart and the ordinances."""

from sereno.plans.views.refusals import REFUSALS, said

__all__ = ["REFUSALS", "said"]
