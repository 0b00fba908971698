"""The same instance as a 0–1 program: the neutral form that every peer gets."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROUNDING = 1e-5


class Wrong(Exception):
    """An answer that breaks a row, or is not integral."""


@dataclass
class Program:
    """Maximise or minimise objective · x under row and column bounds; all columns are integers.

    The first columns are the pairs, in the order of `mentees` and `mentors`; the rest follow from
    them: `opened` (a mentor has a pair) or `worst` (the least points of a mentee).
    """

    mentees: NDArray
    mentors: NDArray
    starts: NDArray
    columns: NDArray
    values: NDArray
    row_lower: NDArray
    row_upper: NDArray
    column_lower: NDArray
    column_upper: NDArray
    objective: NDArray
    is_maximised: bool
    # What the columns behind the pairs are: "", "opened" or "worst".
    rest: str = ""

    @property
    def column_count(self) -> int:
        return len(self.objective)

    @property
    def row_count(self) -> int:
        return len(self.starts) - 1

    @property
    def pair_count(self) -> int:
        return len(self.mentees)

    @property
    def rows(self) -> NDArray:
        """The row of every entry."""
        return np.repeat(np.arange(self.row_count), np.diff(self.starts))

    def save(self, file: Path) -> None:
        np.savez(file, **vars(self))

    @staticmethod
    def load(file: Path) -> "Program":
        with np.load(file) as stored:
            fields = {name: stored[name] for name in stored.files}
        fields["is_maximised"] = bool(fields["is_maximised"])
        fields["rest"] = str(fields["rest"])
        return Program(**fields)

    def by_column(self) -> tuple[NDArray, NDArray, NDArray]:
        """Starts, rows and values of compressed columns."""
        order = np.argsort(self.columns, kind="stable")
        starts = np.searchsorted(self.columns[order], np.arange(self.column_count + 1))
        return starts, self.rows[order], self.values[order]

    def solution(self, pairs: list[list[int]]) -> NDArray:
        """The columns that chosen pairs make."""
        chosen = np.array(pairs, np.int64).reshape(-1, 2)
        side = int(self.mentors.max(initial=0)) + 1
        places = self.mentees.astype(np.int64) * side + self.mentors
        wanted = chosen[:, 0] * side + chosen[:, 1]
        entries = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
        is_known = (places[entries] == wanted).all() if len(wanted) else True
        if not is_known or len(np.unique(wanted)) < len(wanted):
            raise Wrong("a pair is not eligible, or chosen twice")
        x = np.zeros(self.column_count, np.int64)
        x[entries] = 1
        if self.rest == "opened":
            rest = self.column_count - self.pair_count
            x[self.pair_count :] = np.bincount(self.mentors[entries], minlength=rest) > 0
        if self.rest == "worst":
            # Its rows say: at most the points of each mentee's pair.
            x[-1] = min(self._products(x)[self._worst_rows()], default=0)
        return x

    def value(self, solution: NDArray) -> int:
        """The objective of a solution, in integers; raises `Wrong` where it breaks a row."""
        x = np.rint(solution).astype(np.int64)
        if not np.abs(solution - x).max(initial=0) < ROUNDING:
            raise Wrong("not integral")
        if (x < self.column_lower).any() or (x > self.column_upper).any():
            raise Wrong("a column is out of its bounds")
        products = self._products(x)
        broken = (products < self.row_lower) | (products > self.row_upper)
        if broken.any():
            raise Wrong(f"row {np.flatnonzero(broken)[0]} is broken")
        return int(self.objective @ x)

    def _products(self, x: NDArray) -> NDArray:
        terms = np.concatenate([[0], np.cumsum(self.values * x[self.columns])])
        return terms[self.starts[1:]] - terms[self.starts[:-1]]

    def _worst_rows(self) -> NDArray:
        return self.rows[self.columns == self.column_count - 1]


class Builder:
    """Collects rows, many at a time."""

    def __init__(self) -> None:
        self._entries: list[tuple[NDArray, NDArray, NDArray]] = []
        self._bounds: list[tuple[NDArray, NDArray]] = []
        self.row_count = 0

    def add(self, count: int, lower: float | NDArray, upper: float | NDArray) -> int:
        """Adds rows with bounds, and gives the first of them."""
        bounds = [np.broadcast_to(np.asarray(it, float), (count,)) for it in (lower, upper)]
        self._bounds.append((bounds[0], bounds[1]))
        self.row_count += count
        return self.row_count - count

    def put(self, rows: NDArray | int, columns: NDArray, values: NDArray | int) -> None:
        """Adds entries; a number stands for all of them."""
        columns = np.asarray(columns, np.int64)
        parts = [np.broadcast_to(np.asarray(it, np.int64), columns.shape) for it in (rows, values)]
        self._entries.append((parts[0], columns, parts[1]))

    def row(self, columns: NDArray, values: NDArray | int, lower: float, upper: float) -> None:
        self.put(self.add(1, lower, upper), columns, values)

    def program(
        self,
        pairs: tuple[NDArray, NDArray],
        upper: NDArray,
        objective: NDArray,
        is_maximised: bool = True,
        rest: str = "",
    ) -> Program:
        rows, columns, values = (np.concatenate(it) for it in zip(*self._entries, strict=True))
        order = np.lexsort((columns, rows))
        lows, highs = (np.concatenate(it) for it in zip(*self._bounds, strict=True))
        return Program(
            *pairs,
            np.searchsorted(rows[order], np.arange(self.row_count + 1)),
            columns[order],
            values[order],
            lows,
            highs,
            np.zeros(len(upper)),
            upper.astype(float),
            objective.astype(np.int64),
            is_maximised,
            rest,
        )
