"""The results as a table of text: one line an instance and solver."""

import statistics
from dataclasses import dataclass, field
from pathlib import Path

from common.tables import read_csv, write_csv
from families import Cell, Instance
from program import Program
from solvers import Solver


@dataclass
class Result:
    """What a solver did with an instance; objectives are recomputed by the driver."""

    instance: Instance
    solver: Solver
    program: Program
    version: str = ""
    # optimal, infeasible, feasible, unknown; nothing where it was not run.
    status: str = ""
    objective: int | None = None
    bound: float | None = None
    seconds: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    # Why there is no answer.
    note: str = ""

    @property
    def is_proven(self) -> bool:
        return self.status in ("optimal", "infeasible")

    @property
    def gap(self) -> float | None:
        """|bound − objective| over the objective."""
        if self.objective is None or self.bound is None:
            return None
        return abs(self.bound - self.objective) / max(1, abs(self.objective))


@dataclass
class Row:
    """One line of the file; times are seconds, those of the processor unless named otherwise."""

    family: str
    size: str
    density: str
    seed: int
    file: str
    columns: int
    rows: int
    entries: int
    solver: str
    version: str
    status: str
    objective: int | None
    bound: float | None
    gap: float | None
    seconds: float | None
    wall: float | None
    repetitions: int
    limit: float
    note: str
    date: str
    commit: str

    @property
    def cell(self) -> Cell:
        return Cell(self.family, self.size, self.density)

    @property
    def is_proven(self) -> bool:
        return self.status in ("optimal", "infeasible")


def row(result: Result, limit: float, date: str, commit: str) -> Row:
    it, program = result.instance, result.program
    return Row(
        it.cell.family,
        it.cell.size,
        it.cell.density,
        it.seed,
        it.file,
        program.column_count,
        program.row_count,
        len(program.values),
        result.solver.name,
        result.version,
        result.status,
        result.objective,
        result.bound,
        result.gap,
        statistics.median(result.seconds) if result.seconds else None,
        statistics.median(result.wall) if result.wall else None,
        len(result.seconds),
        limit,
        result.note,
        date,
        commit,
    )


def write(rows: list[Row], file: Path) -> None:
    write_csv(rows, Row, file)


def read(file: Path) -> list[Row]:
    return read_csv(Row, file)
