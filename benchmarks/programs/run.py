"""Measures the integer programming of this project and its peers in turn, on the same rules.

See the Makefile for how it is called.
"""

import argparse
import datetime
import os
import shutil
import signal
import sys
import time
from collections.abc import Callable, Container
from itertools import product
from pathlib import Path

# The modules that both benchmarks share stand beside this folder.
sys.path.insert(1, str(Path(__file__).parents[1]))

import gap
import generate
import results
from common.servers import Server
from common.setting import commit, setting
from families import DENSITIES, FAMILIES, FULL, QUICK, SIZES, Cell, Instance
from measure import Failure, Measurement
from program import Program
from report import report, summary
from solvers import OURS, SOLVERS, Solver

HERE = Path(__file__).parent
# In a quick run whoever needs longer has not proven anything, which is no error.
QUICK_LIMIT, FULL_LIMIT = 2.0, 60.0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", type=Path, required=True, help="the Swift server")
    parser.add_argument("--environments", type=Path, required=True, help="programs: of the peers")
    parser.add_argument("--results", type=Path, required=True, help="folder of the results")
    parser.add_argument("--page", type=Path, required=True, help="Markdown for the tables")
    parser.add_argument("--scratch", type=Path, required=True, help="folder of the instances")
    parser.add_argument("--quick", action="store_true", help="S1 of some families: do all agree?")
    parser.add_argument("--families", type=_words(FAMILIES), default=[], help="a,b")
    parser.add_argument("--sizes", type=_words(SIZES), default=[], help="S1,S5")
    parser.add_argument("--densities", type=_words(DENSITIES), default=[], help="sparse,dense")
    parser.add_argument("--solvers", type=_words(SOLVERS), default=list(SOLVERS), help="peers too")
    parser.add_argument("--seeds", type=int, default=0, help="instances of each cell: 5, quick 1")
    parser.add_argument("--seed", type=int, default=1, help="the first of them; 0 = a fresh one")
    parser.add_argument("--limit", type=float, default=0, help="processor seconds of one solve")
    parser.add_argument("--keep", action="store_true", help="results of cells not measured now")
    parser.add_argument("--data", type=Path, help="public data: orlib_gap is one more family")
    options = parser.parse_args()
    options.seeds = options.seeds or (1 if options.quick else 5)
    options.limit = options.limit or (QUICK_LIMIT if options.quick else FULL_LIMIT)
    options.seed = options.seed or int.from_bytes(os.urandom(3), "big")
    return options


def _words(allowed: Container[str]) -> Callable[[str], list[str]]:
    def words(text: str) -> list[str]:
        names = text.split(",")
        if unknown := [name for name in names if name not in allowed]:
            raise argparse.ArgumentTypeError(f"{unknown[0]}: one of {', '.join(allowed)}")
        return names

    return words


def chosen_cells(options: argparse.Namespace) -> list[Cell]:
    """The plan; a size that is asked for by name is measured in every family asked for."""
    plan = QUICK if options.quick else FULL
    if options.sizes and options.families:
        names = [name for name in options.families if name != "gap"]
        densities = options.densities or ["sparse"]
        return [Cell(*it) for it in product(names, options.sizes, densities)]
    return [
        cell
        for cell in plan
        if cell.family in (options.families or FAMILIES)
        and cell.size in (options.sizes or SIZES)
        and cell.density in (options.densities or DENSITIES)
    ]


class Run:
    """One run of the benchmark."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options
        self._cores = os.sched_getaffinity(0)
        self._measurement = Measurement(self._start, options.limit, options.scratch)
        self._origin = (datetime.date.today().isoformat(), commit())
        self._file = options.results / "programs.csv"
        has_kept = options.keep and self._file.exists()
        self._kept: list[results.Row] = results.read(self._file) if has_kept else []
        self._rows: list[results.Row] = []

    def all(self) -> None:
        options = self._options
        try:
            for cell in chosen_cells(options):
                for seed in range(options.seed, options.seed + options.seeds):
                    self._drawn(Instance(cell, seed))
            if options.data and "gap" in (options.families or ["gap"]):
                self._published(options.data.absolute())
        finally:
            self._measurement.stop_all()

    @property
    def defects(self) -> list[str]:
        return self._measurement.defects

    def _drawn(self, instance: Instance) -> None:
        scratch = self._options.scratch
        program = generate.write(instance, scratch)
        try:
            load = f"load json {instance.name}.json {instance.family.policy}"
            self._measure(instance, program, load)
        finally:
            for file in scratch.glob(f"{instance.name}.*"):
                file.unlink()

    def _published(self, data: Path) -> None:
        known = gap.known_optima(data)
        for instance in gap.instances(data):
            file = data / "orlib_gap" / instance.file
            program = gap.read(file)
            program.save(self._options.scratch / f"{instance.name}.npz")
            # A command of the server has no blanks in its words; a folder of data may.
            link = self._options.scratch / f"{instance.name}.txt"
            link.symlink_to(file)
            load = f"load orlib-gap {link.name} {instance.family.policy}"
            self._measure(instance, program, load, known.get(instance.file))

    def _measure(
        self, instance: Instance, program: Program, load: str, known: int | None = None
    ) -> None:
        options = self._options
        solvers = [solver for name, solver in SOLVERS.items() if name in options.solvers]
        measured = self._measurement.run(instance, program, solvers, load, known)
        rows = [results.row(result, options.limit, *self._origin) for result in measured]
        self._rows += rows
        # A long run that is broken off leaves what it has.
        cells = {row.cell for row in self._rows}
        kept = [row for row in self._kept if row.cell not in cells]
        results.write([*kept, *self._rows], self._file)
        print(f"{instance.name:32} {summary(rows)}", flush=True)

    def _start(self, solver: Solver) -> Server:
        cores = self._cores if solver.uses_all_cores else {max(self._cores)}
        if solver == OURS:
            return Server([str(self._options.runner.resolve())], self._options.scratch, cores)
        # Not resolved: the link is how Python knows which environment it is in.
        python = self._options.environments.absolute() / "programs" / "bin" / "python"
        command = [str(python), str((HERE / "peers.py").resolve()), solver.name]
        return Server(command, self._options.scratch, cores)


def main() -> None:
    options = parse()
    # So that no solver is left behind, working.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    shutil.rmtree(options.scratch, ignore_errors=True)
    for folder in (options.scratch, options.results):
        folder.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    run = Run(options)
    try:
        run.all()
    except Failure as failure:
        sys.exit(f"benchmark failed: {failure}")
    seeds = f"{options.seed} to {options.seed + options.seeds - 1}"
    about = setting(time.monotonic() - start, {"Seeds": seeds})
    (options.results / "programs.txt").write_text(about + "\n")
    report(options.results, options.page)
    if run.defects:
        sys.exit("\n".join(["benchmark failed:", *run.defects]))


if __name__ == "__main__":
    main()
