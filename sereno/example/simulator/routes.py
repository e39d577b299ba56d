"""Where a patrol of the simulator is after so many metres of its round."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sereno.example.story.chance import kilometres

Corner = tuple[float, float]  # latitude, longitude


@dataclass(frozen=True)
class Round:
    """A closed round over corners joined by straight lines."""

    corners: Sequence[Corner]

    @property
    def metres(self) -> float:
        return sum(length for _, _, length in self._sides())

    def place(self, metres: float) -> Corner:
        """The point reached after that many metres from the first corner, round after round."""
        left = metres % self.metres
        for here, there, length in self._sides():
            if left < length:
                part = left / length
                return (
                    round(here[0] + (there[0] - here[0]) * part, 6),
                    round(here[1] + (there[1] - here[1]) * part, 6),
                )
            left -= length
        return self.corners[0]

    def _sides(self) -> list[tuple[Corner, Corner, float]]:
        closed = [*self.corners, self.corners[0]]
        return [
            (here, there, 1000 * kilometres(here, there))
            for here, there in pairwise(closed)
            if here != there
        ]
