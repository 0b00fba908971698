"""Measures the solver of this project and its peers in turn, in one run, on the same files.

See the Makefile for how it is called.
"""

import argparse
import os
import shutil
import signal
import sys
import time
from pathlib import Path

# The modules that both benchmarks share stand beside this folder.
sys.path.insert(1, str(Path(__file__).parents[1]))

import generate
import results
from common.servers import Server
from common.setting import setting
from instances import FULL, PROFILES, QUICK, WHAT_IF, Instance
from measure import Failure, Measurement, Result
from report import Cell, report
from solvers import OURS, OURS_NARROW, PASS, PASS_NARROW, Solver, peers, refusal

HERE = Path(__file__).parent
QUESTIONS = ("lock", "forbid", "row")
QUESTION_COUNT = 20


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", type=Path, required=True, help="the Swift server")
    parser.add_argument("--environments", type=Path, required=True, help="of the peers: a and b")
    parser.add_argument("--results", type=Path, required=True, help="folder of the results")
    parser.add_argument("--page", type=Path, required=True, help="Markdown for the tables")
    parser.add_argument("--scratch", type=Path, required=True, help="folder of the instances")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--quick", action="store_true", help="small sizes, every family")
    which.add_argument("--profiles", action="store_true", help="100,000 × 100,000 computed costs")
    parser.add_argument("--only", default="", help="instances whose name contains this")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strategy", default="automatic", help="of the Swift solver")
    parser.add_argument("--all-variants", action="store_true", help="also those that never won")
    return parser.parse_args()


class Run:
    """One run of the benchmark."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._core = {max(os.sched_getaffinity(0))}
        self._measurement = Measurement(self._start)
        # 100,000 × 100,000 asks for all cores; everything else is a comparison on one.
        self._threads = len(os.sched_getaffinity(0)) if options.profiles else 1
        self.rows: list[results.Row] = []

    def all(self) -> None:
        options = self._options
        instances = QUICK if options.quick else PROFILES if options.profiles else FULL
        try:
            for instance in instances:
                if options.only in instance.name:
                    self.one(instance)
        finally:
            self._measurement.stop_all()

    def one(self, instance: Instance) -> None:
        scratch = self._options.scratch
        try:
            generate.write(instance, self._options.seed, scratch)
            measured = self._measure(instance)
        finally:
            generate.delete(instance, scratch)
        rows = results.rows(measured)
        self.rows += rows
        print(Cell(rows).summary, flush=True)

    def _measure(self, instance: Instance) -> list[Result]:
        own = [OURS, PASS] + ([OURS_NARROW, PASS_NARROW] if instance.has_narrow_cells else [])
        asked = peers(instance, self._options.all_variants)
        refused = [
            Result(instance, solver, note=f"not run: {reason}")
            for solver in asked
            if (reason := refusal(solver, instance))
        ]
        refusing = [result.solver for result in refused]
        if not instance.is_matrix:
            # Peak memory is that of a process, so it has to be a fresh one.
            self._measurement.stop(OURS)
        solvers = own + [solver for solver in asked if solver not in refusing]
        measured = self._measurement.run(instance, solvers)
        if instance.family == "profiles" and measured[0].seconds:
            measured[0].peak_megabytes = self._measurement.server(OURS).peak_megabytes
        return measured + refused + self._what_if(instance, measured[0])

    def _what_if(self, instance: Instance, ours: Result) -> list[Result]:
        """Questions to the solved instance, asked where the solver stands."""
        if instance not in WHAT_IF["quick" if self._options.quick else "full"] or ours.note:
            return []
        asked = []
        for question in QUESTIONS:
            answer = self._measurement.server(OURS).ask(f"what-if {question} {QUESTION_COUNT}")
            if "error" in answer:
                raise Failure(f"what-if {question}, {instance.name}: {answer['error']}")
            result = Result(instance, Solver(f"what-if.{question}"), cells=ours.cells)
            result.seconds = result.wall = answer["seconds"]
            asked.append(result)
        return asked

    def _start(self, solver: Solver) -> Server:
        options = self._options
        if solver.is_ours:
            cores = os.sched_getaffinity(0) if self._threads > 1 else self._core
            server = Server([str(options.runner.resolve())], options.scratch, cores)
            for command in (f"strategy {options.strategy}", f"threads {self._threads}"):
                if "error" in (answer := server.ask(command)):
                    raise Failure(answer["error"])
            return server
        # Not resolved: the link is how Python knows which environment it is in.
        python = options.environments.absolute() / solver.environment / "bin" / "python"
        command = [str(python), str(HERE / "peers.py"), solver.name]
        return Server(command, options.scratch, self._core)


def main() -> None:
    options = parse()
    # So that no solver is left behind, working.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    name = "profiles" if options.profiles else "assignment"
    shutil.rmtree(options.scratch, ignore_errors=True)
    for folder in (options.scratch, options.results):
        folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    run = Run(options)
    try:
        run.all()
    except Failure as failure:
        sys.exit(f"benchmark failed: {failure}")
    results.write(run.rows, options.results / f"{name}.csv")
    choices = {"Seed": str(options.seed), "Strategy": options.strategy}
    about = setting(time.monotonic() - start, choices)
    (options.results / f"{name}.txt").write_text(about + "\n")
    report(options.results, name, options.page)


if __name__ == "__main__":
    main()
