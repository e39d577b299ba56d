"""What a page about answers shows, put together from several models."""

from sereno.incidents.queries import beginning as beginning
