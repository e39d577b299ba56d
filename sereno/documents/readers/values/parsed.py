"""What became of a cell's words: a typed value with its unit, or the code of why there is none."""

from dataclasses import dataclass

from sereno.documents.readers.reading import Value


@dataclass(frozen=True)
class Parsed:
    """``code`` is empty where the value is typed: ``not-a-number``, ``ambiguous-number``…"""

    value: Value
    unit: str = ""
    code: str = ""
    confidence: float = 1.0


BLANK = Parsed(None)
