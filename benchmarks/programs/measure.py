"""Measures one instance: ours and every peer in turn, and holds their answers together."""

import os
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from common.servers import Server, TooLong
from families import Cell, Instance
from program import Program, Wrong
from results import Result
from solvers import HIGHS, Solver

# Solvers mind their limit late, GLPK in its root relaxation not at all: then they are stopped.
GRACE_FACTOR, GRACE_SECONDS = 1.25, 5.0
# Short calls are repeated until they fill this, or so often.
ENOUGH_SECONDS, MOST_CALLS = 0.2, 5
# A peer that proved nothing on so many seeds is not asked for the other seeds of a cell.
HOPELESS_SEEDS = 2
# Of a bound, beside the objective: what double precision may be off.
TOLERANCE = 1e-6


class Failure(Exception):
    """An answer that is wrong: the benchmark proves nothing."""


class Measurement:
    """Keeps the servers alive from instance to instance, and remembers who had no chance."""

    def __init__(self, start: Callable[[Solver], Server], limit: float, scratch: Path) -> None:
        self._start = start
        self._limit = limit
        self._scratch = scratch
        self._servers: dict[Solver, Server] = {}
        self._versions: dict[Solver, str] = {}
        # What ours could not carry out: peers may give up, ours may not.
        self.defects: list[str] = []
        # Seeds proven and not proven, by solver and cell.
        self._past: dict[tuple[Solver, Cell], list[bool]] = defaultdict(list)

    def run(
        self,
        instance: Instance,
        program: Program,
        solvers: list[Solver],
        own_file: str,
        known: int | None = None,
    ) -> list[Result]:
        """Solves an instance with everybody in turn, ours first; `known` is its optimum, if it is.

        `own_file` is the command that loads the instance into ours.
        """
        results = []
        for solver in solvers:
            result = Result(instance, solver, program)
            result.note = self._expectation(solver, instance.cell)
            if not result.note:
                self._solve(result, own_file)
                if result.status:
                    self._past[solver, instance.cell].append(result.is_proven)
            results.append(result)
        check(results, known)
        return results

    def stop_all(self) -> None:
        for server in self._servers.values():
            server.stop()
        self._servers.clear()

    def _expectation(self, solver: Solver, cell: Cell) -> str:
        """Why a peer is not asked: it proved nothing here, or at a smaller size."""
        if solver.is_ours or solver == HIGHS:
            return ""
        for (other, past), proven in self._past.items():
            is_kin = (past.family, past.density) == (cell.family, cell.density)
            if other == solver and is_kin and not any(proven):
                if past.size < cell.size:
                    return f"not run: nothing proven at {past.size}"
                if past == cell and len(proven) >= HOPELESS_SEEDS:
                    return f"not run: nothing proven on {len(proven)} seeds"
        return ""

    def _server(self, solver: Solver) -> Server:
        if solver not in self._servers:
            self._servers[solver] = self._start(solver)
        return self._servers[solver]

    def _solve(self, result: Result, own_file: str) -> None:
        solver, instance = result.solver, result.instance
        file = own_file if solver.is_ours else f"load {instance.name}.npz"
        if not solver.is_ours:
            result.version = self._version(solver)
        if not self._accepted(result, self._server(solver).ask(file)):
            return
        while not result.note and not self._is_done(result):
            self._call(result)

    def _version(self, solver: Solver) -> str:
        if solver not in self._versions:
            self._versions[solver] = self._server(solver).ask("version").get("version", "")
        return self._versions[solver]

    @staticmethod
    def _is_done(result: Result) -> bool:
        return sum(result.seconds) >= ENOUGH_SECONDS or len(result.seconds) >= MOST_CALLS

    def _call(self, result: Result) -> None:
        solver, out = result.solver, self._scratch / "solution.npy"
        # The processors of all cores count for who uses them.
        limit = self._limit * (len(os.sched_getaffinity(0)) if solver.uses_all_cores else 1)
        command = f"solve {limit:g}" + ("" if solver.is_ours else f" {out.name}")
        try:
            patience = GRACE_FACTOR * limit + GRACE_SECONDS
            answer = self._server(solver).ask(command, patience)
        except TooLong:
            del self._servers[solver]
            result.status, result.note = "unknown", f"stopped: > {self._limit:g} s"
            return
        if not self._accepted(result, answer):
            return
        result.status, result.bound = answer["status"], answer["bound"]
        result.seconds.append(answer["seconds"])
        result.wall.append(answer["wall"])
        try:
            result.objective = self._objective(result.program, answer, out)
        except Wrong as reason:
            raise Failure(f"{result.instance.name}: {solver.name}: {reason}") from None
        claimed = answer.get("objective")
        if claimed is not None and claimed != result.objective:
            raise Failure(f"{result.instance.name}: {claimed} claimed, {result.objective} found")

    def _accepted(self, result: Result, answer: dict[str, Any]) -> bool:
        """Whether an answer is one; who gives up is noted, and asked again on the next instance."""
        reason = answer.get("skipped") or answer.get("error")
        if not reason:
            return True
        result.note = f"not run: {reason}" if "skipped" in answer else f"failed: {reason}"
        if result.solver.is_ours and "error" in answer:
            self.defects.append(f"{result.instance.name}: {reason}")
        if "the process ended" in reason:
            del self._servers[result.solver]
        return False

    @staticmethod
    def _objective(program: Program, answer: dict[str, Any], out: Path) -> int | None:
        """The value of the columns answered, after every row was looked at."""
        if "pairs" in answer:
            pairs = answer["pairs"]
            return None if pairs is None else program.value(program.solution(pairs))
        return program.value(np.load(out)) if answer["hasSolution"] else None


def check(results: list[Result], known: int | None) -> None:
    """Optima agree, nobody beats them, and no bound contradicts an answer."""
    proven = [result for result in results if result.is_proven]
    for result in proven[1:]:
        same = (result.status, result.objective) == (proven[0].status, proven[0].objective)
        if not same:
            raise Failure(f"{_said(proven[0])}, but {_said(result)}")
    for result in proven:
        if known is not None and result.objective != known:
            raise Failure(f"{_said(result)}, but {known} is known")
    for one in results:
        for other in results:
            if one.objective is not None and _excludes(other, one.objective):
                raise Failure(f"{_said(one)}, but {_said(other)}")


def _excludes(result: Result, objective: int) -> bool:
    """Whether a result says that no answer can be so good."""
    if result.status == "infeasible":
        return True
    limit = result.objective if result.status == "optimal" else result.bound
    if limit is None:
        return False
    excess = objective - limit if result.program.is_maximised else limit - objective
    return excess > TOLERANCE * max(1, abs(objective))


def _said(result: Result) -> str:
    bound = "" if result.bound is None else f", bound {result.bound:g}"
    who = f"{result.instance.name}: {result.solver.name}"
    return f"{who} says {result.status} {result.objective}{bound}"
