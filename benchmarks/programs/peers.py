"""One solver of other people as a server: a command a line, a line of JSON back.

python peers.py highs

    load PROGRAM.npz        keeps a program
    solve SECONDS OUT.npy   solves it from scratch, and writes the values of its columns

Its model is built before its clock starts.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import metadata, util
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from answers import Limit, Solver
from program import Program


def solver(name: str) -> tuple[Solver, Callable[[], str]]:
    """A solver, and how to ask for its version."""
    if name == "glpk":
        import glpk

        return glpk.prepare, glpk.version
    if name == "highs":
        import highs

        return highs.prepare, lambda: metadata.version("highspy")
    if name == "cbc":
        import cbc

        return cbc.prepare, cbc.version
    import cpsat

    workers = 1 if name == "cpsat" else None
    return (
        lambda program, limit: cpsat.prepare(program, limit, workers),
        lambda: metadata.version("ortools"),
    )


PACKAGES = {"highs": "highspy", "cbc": "cylp", "cpsat": "ortools", "cpsat-default": "ortools"}


class Server:
    """Keeps a program between commands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.program: Program | None = None

    def answer(self, line: str) -> dict[str, Any]:
        command, *words = line.split()
        package = PACKAGES.get(self.name)
        if package and not util.find_spec(package):
            return {"skipped": "not installed"}
        try:
            if command == "version":
                return {"version": solver(self.name)[1]()}
            if command == "load":
                self.program = Program.load(Path(words[0]))
                return {}
            return self.solve(Limit(float(words[0])), Path(words[1]))
        except OSError as error:
            return {"skipped": f"not installed: {error}"}
        except Exception as error:
            return {"error": f"{self.name}: {type(error).__name__}: {error}"}

    def solve(self, limit: Limit, out: Path) -> dict[str, Any]:
        if self.program is None:
            return {"error": "no program is loaded"}
        call, read = solver(self.name)[0](self.program, limit)
        wall = time.perf_counter()
        limit.begin()
        found = call()
        seconds, wall = limit.used, time.perf_counter() - wall
        answer = read(found)
        if answer.solution is not None:
            np.save(out, answer.solution)
        return {
            "status": answer.status,
            "bound": answer.known_bound,
            "hasSolution": answer.solution is not None,
            "seconds": seconds,
            "wall": wall,
        }


def own_output() -> TextIO:
    """The standard output for answers alone: what libraries print goes to the standard error."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return answers


def main() -> None:
    answers = own_output()
    server = Server(sys.argv[1])
    for line in sys.stdin:
        print(json.dumps(server.answer(line)), file=answers, flush=True)


if __name__ == "__main__":
    main()
