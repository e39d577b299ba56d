"""The pictures that the pages of what people asked are drawn from."""

from sereno.assemblies.queries import beginning as beginning
