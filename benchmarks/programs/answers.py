"""What a peer is asked, and what it answers."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from numpy.typing import NDArray

from program import Program

INFINITE = 1e15
# On a busy machine the wall clock runs ahead: it stops only who misses the limit.
WALL_FACTOR = 3


class Limit:
    """Processor seconds that a solve may take, counted from :meth:`begin`."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._start = 0.0

    @property
    def wall_seconds(self) -> float:
        return WALL_FACTOR * self.seconds

    def begin(self) -> None:
        self._start = time.process_time()

    @property
    def used(self) -> float:
        return time.process_time() - self._start

    @property
    def has_passed(self) -> bool:
        return self.used >= self.seconds


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
Solver = Callable[[Program, Limit], Run]
