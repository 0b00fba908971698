"""One solver of other people as a server: reads a command a line, answers with a line of JSON.

python peers.py scipy.linear_sum_assignment

What a solver needs its costs turned into or padded with comes before its clock starts.
"""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from typing import Any

import numpy as np
from numpy.typing import NDArray

Pairs = tuple[NDArray, NDArray]
# What is timed, and how its result reads as rows and columns.
Call = tuple[Callable[[], Any], Callable[[Any], Pairs]]

EXACT_IN_FLOAT32 = 1 << 24


class Unsuitable(Exception):
    """Why a solver does not take an instance."""


@dataclass
class Matrix:
    """Dense costs; a mentor takes as many mentees as the capacity says."""

    costs: NDArray
    capacities: NDArray

    @staticmethod
    def load(_cells: str, costs: str, capacities: str | None = None) -> "Matrix":
        matrix = np.load(costs, mmap_mode="r")
        ones = np.ones(matrix.shape[1], np.int64)
        return Matrix(matrix, ones if capacities is None else np.load(capacities))

    def replicated(self, dtype: type) -> NDArray:
        """A column for every place of a mentor."""
        if dtype == np.float32 and not self.fits_float32():
            raise Unsuitable("the costs are not exact in float32")
        if (self.capacities == 1).all():
            return np.ascontiguousarray(self.costs, dtype)
        columns = np.repeat(np.arange(self.costs.shape[1]), self.capacities)
        return np.ascontiguousarray(self.costs[:, columns], dtype)

    def fits_float32(self) -> bool:
        is_integral = np.issubdtype(self.costs.dtype, np.integer)
        return is_integral and int(self.costs.max()) <= EXACT_IN_FLOAT32

    def squared(self, dtype: type) -> NDArray:
        """With rows or columns of zeros, for solvers of square matrices."""
        costs = self.replicated(dtype)
        (m, n), side = costs.shape, max(costs.shape)
        return costs if m == n else np.pad(costs, ((0, side - m), (0, side - n)))

    def value(self, rows: NDArray, columns: NDArray) -> int | float:
        """The total cost of pairs in a matrix of :meth:`squared`; an error for wrong pairs."""
        mentors = np.repeat(np.arange(self.costs.shape[1]), self.capacities)
        real = (rows < self.costs.shape[0]) & (columns < len(mentors))
        rows, columns = rows[real], mentors[columns[real]]
        needed = min(self.costs.shape[0], int(self.capacities.sum()))
        loads = np.bincount(columns, minlength=self.costs.shape[1])
        is_complete = len(rows) == needed == len(np.unique(rows))
        if not is_complete or (loads > self.capacities).any():
            raise ValueError("not an assignment")
        costs = self.costs[rows, columns]
        return float(costs.sum()) if costs.dtype == np.float64 else int(costs.sum(dtype=np.int64))


@dataclass
class Sparse:
    """Compressed rows of a square instance."""

    starts: NDArray
    columns: NDArray
    costs: NDArray

    @staticmethod
    def load(starts: str, columns: str, costs: str) -> "Sparse":
        return Sparse(*map(np.load, (starts, columns, costs)))

    @property
    def count(self) -> int:
        return len(self.starts) - 1

    def rows(self) -> NDArray:
        return np.repeat(np.arange(self.count), np.diff(self.starts))

    def value(self, rows: NDArray, columns: NDArray) -> int:
        # Entries ascend by row and column, so that a pair is found by its place.
        places = self.rows() * self.count + self.columns
        wanted = rows.astype(np.int64) * self.count + columns
        entries = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
        is_complete = len(rows) == self.count == len(np.unique(rows)) == len(np.unique(columns))
        if not is_complete or (places[entries] != wanted).any():
            raise ValueError("not an assignment")
        return int(self.costs[entries].sum(dtype=np.int64))


Problem = Matrix | Sparse


def dense(problem: Problem) -> Matrix:
    if not isinstance(problem, Matrix):
        raise Unsuitable("dense matrices only")
    return problem


def sparse(problem: Problem) -> Sparse:
    if not isinstance(problem, Sparse):
        raise Unsuitable("sparse instances only")
    return problem


def by_row(columns: NDArray) -> Pairs:
    """Pairs of a solver that names the column of every row, −1 for none."""
    columns = np.asarray(columns)
    rows = np.flatnonzero(columns >= 0)
    return rows, columns[rows]


def scipy_dense(problem: Problem) -> Call:
    from scipy.optimize import linear_sum_assignment

    costs = dense(problem).replicated(np.float64)
    return lambda: linear_sum_assignment(costs), lambda pairs: pairs


def scipy_sparse(problem: Problem) -> Call:
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    it = sparse(problem)
    costs = csr_array((it.costs.astype(np.float64), it.columns, it.starts), (it.count, it.count))
    return lambda: min_weight_full_bipartite_matching(costs), lambda pairs: pairs


def lap_lapjv(problem: Problem) -> Call:
    import lap

    costs = dense(problem).squared(np.float64)
    return lambda: lap.lapjv(costs, return_cost=False), lambda found: by_row(found[0])


def lap_lapmod(problem: Problem) -> Call:
    import lap

    it = sparse(problem)
    starts, columns = it.starts.astype(np.int32), it.columns.astype(np.int32)
    # Sums of costs beyond its constant LARGE, a million, lead it to pairs that are not there; a
    # power of two changes no digit.
    costs = np.ldexp(it.costs.astype(np.float64), -20)
    return (
        lambda: lap.lapmod(it.count, costs, starts, columns, return_cost=False),
        lambda found: by_row(found[0]),
    )


def lapx_dense(
    function: str, dtype: type, is_padded: bool = False, **fixed: Any
) -> Callable[[Problem], Call]:
    """Variants of lapx take rectangles themselves, mostly faster than padded ones."""

    def prepare(problem: Problem) -> Call:
        import lap

        options = dict(fixed)
        it, solve = dense(problem), getattr(lap, function)
        costs = it.squared(dtype) if is_padded else it.replicated(dtype)
        if costs.shape[0] != costs.shape[1] and function != "lapjvc":
            options["extend_cost"] = True
        return (
            lambda: solve(costs, return_cost=False, **options),
            lambda found: by_row(found[0]) if function == "lapjv" else found,
        )

    return prepare


def lapjv_dense(dtype: type) -> Callable[[Problem], Call]:
    def prepare(problem: Problem) -> Call:
        from lapjv import lapjv

        costs = dense(problem).squared(dtype)
        return lambda: lapjv(costs), lambda found: by_row(found[0])

    return prepare


def arcs(problem: Problem) -> Pairs:
    """Mentee and mentor of every pair."""
    if isinstance(problem, Sparse):
        return problem.rows().astype(np.int32), problem.columns.astype(np.int32)
    if not np.issubdtype(problem.costs.dtype, np.integer):
        raise Unsuitable("integer costs only")
    m, n = problem.costs.shape
    rows = np.repeat(np.arange(m, dtype=np.int32), n)
    return rows, np.tile(np.arange(n, dtype=np.int32), m)


def ortools_assignment(problem: Problem) -> Call:
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    if isinstance(problem, Matrix):
        m, n = problem.costs.shape
        if m != n or (problem.capacities != 1).any():
            raise Unsuitable("square instances only")
    rows, columns = arcs(problem)
    solver = SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(rows, columns, problem.costs.ravel().astype(np.int64))

    def pairs(status: Any) -> Pairs:
        count = solver.num_nodes()
        found = [solver.right_mate(row) for row in range(count)]
        return np.arange(count), np.asarray(found)

    return solver.solve, pairs


def ortools_flow(problem: Problem) -> Call:
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    it = dense(problem)
    (m, n), capacities = it.costs.shape, it.capacities.astype(np.int64)
    rows, columns = arcs(it)
    flow, sink = SimpleMinCostFlow(), m + n
    ones = np.ones(len(rows), np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(
        rows, columns + np.int32(m), ones, it.costs.ravel().astype(np.int64)
    )
    flow.add_arcs_with_capacity_and_unit_cost(
        np.arange(m, sink, dtype=np.int32),
        np.full(n, sink, np.int32),
        capacities,
        np.zeros(n, np.int64),
    )
    # A tall instance fills every mentor, and it does not matter which mentees are left over.
    supplies = np.concatenate([np.ones(m, np.int64), np.zeros(n, np.int64), [-m]])
    if m > capacities.sum():
        flow.add_arcs_with_capacity_and_unit_cost(
            np.arange(m, dtype=np.int32),
            np.full(m, sink, np.int32),
            np.ones(m, np.int64),
            np.full(m, int(it.costs.max()) * (n + 1), np.int64),
        )
    flow.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)

    def pairs(status: Any) -> Pairs:
        chosen = np.flatnonzero(flow.flows(np.arange(len(rows), dtype=np.int32)))
        places = np.concatenate([[0], np.cumsum(capacities)])
        order = chosen[np.argsort(columns[chosen], kind="stable")]
        # The k-th mentee of a mentor takes the k-th place.
        mentors = columns[order]
        rank = np.arange(len(order)) - np.searchsorted(mentors, mentors)
        return rows[order], places[mentors] + rank

    return flow.solve, pairs


SOLVERS: dict[str, Callable[[Problem], Call]] = {
    "scipy.linear_sum_assignment": scipy_dense,
    "scipy.min_weight_full_bipartite_matching": scipy_sparse,
    "lap.lapjv": lap_lapjv,
    "lap.lapmod": lap_lapmod,
    "lapx.lapjv": lapx_dense("lapjv", np.float64),
    "lapx.lapjvx": lapx_dense("lapjvx", np.float64),
    "lapx.lapjvc": lapx_dense("lapjvc", np.float64),
    "lapx.lapjvs": lapx_dense("lapjvs", np.float64, prefer_float32=False),
    "lapx.lapjvs-32": lapx_dense("lapjvs", np.float32),
    "lapx.lapjvs-32-padded": lapx_dense("lapjvs", np.float32, is_padded=True),
    "lapx.lapjvh": lapx_dense("lapjvh", np.float64),
    "lapx.lapjvh-32": lapx_dense("lapjvh", np.float32),
    "lapx.lapjvr": lapx_dense("lapjvr", np.float64),
    "lapx.lapjvr-32": lapx_dense("lapjvr", np.float32),
    "lapx.lapmod": lap_lapmod,
    "lapjv.lapjv": lapjv_dense(np.float64),
    "lapjv.lapjv-32": lapjv_dense(np.float32),
    "ortools.SimpleLinearSumAssignment": ortools_assignment,
    "ortools.SimpleMinCostFlow": ortools_flow,
}


class Server:
    """Keeps an instance between commands, like the server of this project's solver."""

    def __init__(self, solver: str) -> None:
        self.solver = solver
        self.problem: Problem | None = None
        self.call: Call | None = None

    def answer(self, line: str) -> dict[str, Any]:
        command, *words = line.split()
        try:
            if command == "version":
                return {"version": metadata.version(self.solver.split(".")[0])}
            if command == "solve":
                return self.solve()
            self.load(command, words)
            return {}
        except (metadata.PackageNotFoundError, ModuleNotFoundError):
            return {"skipped": "not installed"}
        except Unsuitable as reason:
            return {"skipped": str(reason)}
        except Exception as error:
            return {"error": f"{self.solver}: {type(error).__name__}: {error}"}

    def load(self, command: str, words: list[str]) -> None:
        # The instance before goes first: two of the largest need not fit.
        self.problem = self.call = None
        kinds = {"matrix": Matrix, "sparse": Sparse}
        if command not in kinds:
            raise Unsuitable("needs a stored matrix")
        self.problem = kinds[command].load(*words)
        self.call = SOLVERS[self.solver](self.problem)

    def solve(self) -> dict[str, Any]:
        if self.call is None:
            return {"error": "no instance is loaded"}
        call, pairs = self.call
        wall, start = time.perf_counter(), time.process_time()
        found = call()
        seconds, wall = time.process_time() - start, time.perf_counter() - wall
        objective = self.problem.value(*pairs(found))
        return {"seconds": seconds, "wall": wall, "objective": objective}


def main() -> None:
    server = Server(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(server.answer(line)), flush=True)


if __name__ == "__main__":
    main()
