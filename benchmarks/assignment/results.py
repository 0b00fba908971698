"""The results as a table of text: one line an instance and solver."""

from dataclasses import dataclass
from pathlib import Path

from common.tables import read_csv, write_csv
from instances import Instance
from measure import Result
from solvers import OURS, Solver


@dataclass
class Row:
    """One line of the file; times are seconds, those of the processor unless named otherwise."""

    family: str
    m: int
    n: int
    capacitated: bool
    pairs_a_row: int
    solver: str
    version: str
    cells: str
    median: float | None
    least: float | None
    most: float | None
    wall_median: float | None
    repetitions: int
    objective: str
    # Its time ÷ ours.
    ratio: float | None
    peak_megabytes: float | None
    note: str

    @property
    def instance(self) -> Instance:
        return Instance(self.family, self.m, self.n, self.capacitated, self.pairs_a_row)

    @property
    def package(self) -> str:
        return Solver(self.solver).package

    @property
    def is_exact(self) -> bool:
        return self.median is not None and not self.note


def rows(results: list[Result]) -> list[Row]:
    """The rows of one instance."""
    ours = next((one.median for one in results if one.solver == OURS), None)
    return [_row(result, ours) for result in results]


def _row(result: Result, ours: float | None) -> Row:
    it, median, wall = result.instance, result.median, sorted(result.wall)
    return Row(
        it.family,
        it.m,
        it.n,
        it.is_capacitated,
        it.pairs_a_row,
        result.solver.name,
        result.version,
        result.cells,
        median,
        min(result.seconds, default=None),
        max(result.seconds, default=None),
        wall[len(wall) // 2] if result.seconds else None,
        len(result.seconds),
        "" if result.objective is None else str(result.objective),
        median / ours if median is not None and ours else None,
        result.peak_megabytes,
        result.note,
    )


def write(rows: list[Row], file: Path) -> None:
    write_csv(rows, Row, file)


def read(file: Path) -> list[Row]:
    return read_csv(Row, file)
