"""Whether the operations floor kept anything yet: a zero counts only where somebody counts."""

from sereno.alerts.models import Alert
from sereno.community.models import Activity
from sereno.devices.models import Condition
from sereno.incidents.models import Incident
from sereno.results.rules.rows import Period


def alerts(period: Period) -> bool:
    """Whether any alert was known before the period ended."""
    return Alert.objects.filter(raised_at__lt=period.ends_at).exists()


def incidents(period: Period) -> bool:
    """Whether any incident was opened before the period ended."""
    return Incident.objects.filter(opened_at__lt=period.ends_at).exists()


def devices(period: Period) -> bool:
    """Whether any device was known when the period ended."""
    return Condition.objects.filter(starts_at__lte=period.ends_at).exists()


def activities(period: Period) -> bool:
    """Whether any activity was held before the period ended."""
    return Activity.objects.filter(held_at__lt=period.ends_at).exists()
