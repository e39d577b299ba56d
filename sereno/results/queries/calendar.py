"""What the barrios are invited to, as the bridge to operations tells it."""

from sereno.results.sources.community.upcoming import Training, open_to_people

__all__ = ["Training", "trainings"]


def trainings() -> list[Training]:
    """Every training and drill that was not cancelled, the oldest first."""
    return open_to_people()
