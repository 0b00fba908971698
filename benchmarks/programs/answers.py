"""What a peer is asked, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from program import Program

INFINITE = 1e15


@dataclass
class Answer:
    """`status`: optimal, feasible, infeasible or unknown; `bound` may be missing."""

    status: str
    solution: NDArray | None = None
    bound: float | None = None

    @property
    def known_bound(self) -> float | None:
        """Infinities, and the huge numbers that stand for them, bound nothing."""
        is_known = self.bound is not None and abs(self.bound) < INFINITE
        return self.bound if is_known else None


# Builds a model and gives what is timed, and how its answer is read.
Run = tuple[Callable[[], Any], Callable[[Any], Answer]]
Solver = Callable[[Program, float], Run]
