"""What does not hold, in words a person can act on."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """``what`` names the thing, ``why`` says in a sentence what is wrong with it."""

    what: str
    why: str

    def __str__(self) -> str:
        return f"{self.what}: {self.why}."
