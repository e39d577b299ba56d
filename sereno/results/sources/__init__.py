"""Where rows come from: the only bridge to the operations floor.

To add a source, write a small file beside these and name it here.
"""

from sereno.results.sources.alerts import by_class, minutes_to_acknowledge
from sereno.results.sources.community import activities, barrios_trained
from sereno.results.sources.devices import barrios_covered, operating, parks_covered
from sereno.results.sources.incidents import minutes_to_arrive
from sereno.results.sources.source import Source

SOURCES: dict[str, Source] = {
    source.name: source
    for source in (
        minutes_to_acknowledge.SOURCE,
        minutes_to_arrive.SOURCE,
        *by_class.SOURCES,
        operating.SOURCE,
        parks_covered.SOURCE,
        barrios_covered.SOURCE,
        *activities.SOURCES,
        barrios_trained.SOURCE,
    )
}

__all__ = ["SOURCES", "Source"]
