"""Solvers as processes that wait for commands, each on the same core."""

import json
import os
import select
import subprocess
import time
from pathlib import Path
from typing import Any

# Libraries below numpy must not start threads of their own.
ONE_THREAD = {
    name: "1"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
}


class TooLong(Exception):
    """A command took more processor time than allowed; the process is gone."""


class Server:
    """One process: a line in, a line of JSON out.

    Only one server works at a time, so all share a core and none disturbs another.
    """

    def __init__(self, command: list[str], folder: Path, cores: set[int]) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **ONE_THREAD},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )

    def ask(self, line: str, limit: float = 600) -> dict[str, Any]:
        """The answer to a command; raises `TooLong` beyond `limit` processor seconds."""
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        start, wall_start = self._processor_seconds(), time.monotonic()
        while not select.select([self._process.stdout], [], [], 0.5)[0]:
            # A process that waits for memory or for its core uses no time, but is not left alone.
            wall = time.monotonic() - wall_start
            if self._processor_seconds() - start > limit or wall > 3 * limit:
                self.stop()
                raise TooLong
        answer = self._process.stdout.readline()
        if not answer:
            return {"error": f"the process ended: {self._process.wait()}"}
        return json.loads(answer)

    @property
    def peak_megabytes(self) -> float:
        """The most memory that the process ever held."""
        status = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1e3

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    def _processor_seconds(self) -> float:
        # Behind the name in brackets: fields 14 and 15 of the page proc(5).
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            return 0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
