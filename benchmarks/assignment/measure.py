"""Measures one instance: ours and every peer in turn, round after round."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

from common.servers import Server, TooLong
from instances import Instance
from solvers import OURS, OURS_NARROW, PASS, PASS_NARROW, Solver

# Processor seconds of one call, after which a solver is stopped.
CALL_LIMIT = 60.0
# Of computed costs: checking ten thousand million pairs, outside the time, is part of the call.
COMPUTED_LIMIT = 3600.0
# Processor seconds of all calls of a solver on an instance, after which no other is begun.
CELL_BUDGET = 8.0
FEWEST_CALLS, MOST_CALLS = 5, 15
# Short calls are repeated until they fill this.
ENOUGH_SECONDS = 0.1
# All solvers of dense instances are claimed to be cubic.
CLAIMED_EXPONENT = 3


class Failure(Exception):
    """An answer that is wrong, or none: the benchmark proves nothing."""


@dataclass
class Result:
    """What a solver did with an instance."""

    instance: Instance
    solver: Solver
    version: str = ""
    seconds: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    objective: int | float | None = None
    cells: str = ""
    peak_megabytes: float | None = None
    # Why there are no times, or what is wrong with them.
    note: str = ""

    @property
    def median(self) -> float | None:
        return statistics.median(self.seconds) if self.seconds else None

    @property
    def is_exact(self) -> bool:
        return bool(self.seconds) and not self.note

    @property
    def is_done(self) -> bool:
        spent = sum(self.seconds)
        if self.seconds and spent + self.seconds[-1] > CELL_BUDGET:
            return True
        is_short = spent < ENOUGH_SECONDS and len(self.seconds) < MOST_CALLS
        return len(self.seconds) >= FEWEST_CALLS and not is_short


class Measurement:
    """Keeps the servers alive from instance to instance, and remembers who became too slow."""

    def __init__(self, start: Callable[[Solver], Server]) -> None:
        self._start = start
        self._servers: dict[Solver, Server] = {}
        self._versions: dict[Solver, str] = {}
        self._past: dict[tuple[Solver, tuple[str, ...]], Result] = {}

    def run(self, instance: Instance, solvers: list[Solver]) -> list[Result]:
        """Solves an instance with everybody in turn; ours first."""
        results = [self._load(solver, instance) for solver in solvers]
        while active := [one for one in results if not one.note and not one.is_done]:
            for result in active:
                # A process that was stopped holds no instance to pass over either.
                if self._host(result.solver) in self._servers:
                    self._call(result)
                else:
                    result.note = result.note or "not run: stopped"
        for result in results:
            self._past[result.solver, instance.group] = result
        check(results)
        return results

    def stop(self, solver: Solver) -> None:
        if server := self._servers.pop(self._host(solver), None):
            server.stop()

    def stop_all(self) -> None:
        for solver in list(self._servers):
            self.stop(solver)

    def server(self, solver: Solver) -> Server:
        host = self._host(solver)
        if host not in self._servers:
            self._servers[host] = self._start(host)
        return self._servers[host]

    @staticmethod
    def _host(solver: Solver) -> Solver:
        """A pass is made by the process that holds the instance."""
        return {PASS: OURS, PASS_NARROW: OURS_NARROW}.get(solver, solver)

    def _load(self, solver: Solver, instance: Instance) -> Result:
        result = Result(instance, solver)
        result.note = self._expectation(solver, instance)
        if result.note or self._host(solver) != solver:
            return result
        try:
            if not solver.is_ours:
                result.version = self._version(solver)
            answer = self.server(solver).ask(instance.command(solver.cells))
        except TooLong:
            raise Failure(f"{solver.name}: cannot load {instance.name}") from None
        if "error" in answer:
            raise Failure(f"{solver.name}, {instance.name}: {answer['error']}")
        result.note = f"not run: {answer['skipped']}" if "skipped" in answer else ""
        result.cells = answer.get("cells", "")
        return result

    def _version(self, solver: Solver) -> str:
        if solver not in self._versions:
            self._versions[solver] = self.server(solver).ask("version").get("version", "")
        return self._versions[solver]

    def _call(self, result: Result) -> None:
        command = "pass" if result.solver in (PASS, PASS_NARROW) else "solve"
        try:
            is_stored = result.instance.family != "profiles"
            limit = CALL_LIMIT if is_stored else COMPUTED_LIMIT
            answer = self.server(result.solver).ask(command, limit)
        except TooLong:
            self._servers.pop(self._host(result.solver))
            # What was measured before is worth nothing beside it.
            result.seconds, result.note = [], f"> {limit:.0f} s"
            result.objective = None
            return
        if "error" in answer:
            raise Failure(f"{result.solver.name}, {result.instance.name}: {answer['error']}")
        result.seconds.append(answer["seconds"])
        result.wall.append(answer["wall"])
        result.objective = answer.get("objective")

    def _expectation(self, solver: Solver, instance: Instance) -> str:
        """Why a solver is not asked, from how it did on the size before."""
        before = self._past.get((solver, instance.group))
        if before is None or solver.is_ours:
            return ""
        if before.note.startswith((">", "not run: >")):
            return f"not run: > {CALL_LIMIT:.0f} s before"
        if before.median is None:
            return ""
        expected = before.median * (instance.n / before.instance.n) ** CLAIMED_EXPONENT
        return f"not run: {expected:.0f} s expected" if expected > CALL_LIMIT else ""


def check(results: list[Result]) -> None:
    """Holds all objectives against ours, which its certificate proves."""
    solved = [one for one in results if one.objective is not None and not one.note]
    exact = [one for one in solved if not one.solver.is_rounding]
    if not exact:
        return
    # Ours stands first, unless it was stopped.
    reference = exact[0].objective
    for result in solved:
        # Sums of doubles depend on the order of the pairs; integers do not.
        tolerance = 1e-9 * abs(reference) if result.instance.family == "double" else 0
        excess = result.objective - reference
        if abs(excess) <= tolerance:
            continue
        if excess < 0 or not result.solver.is_rounding:
            raise Failure(
                f"{result.instance.name}: {result.solver.name} found {result.objective}, "
                f"{exact[0].solver.name} {reference}"
            )
        result.note = f"inexact: +{excess}"
