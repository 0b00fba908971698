"""Generalised assignment problems of the OR-Library as programs for the peers.

Source: J. E. Beasley, "OR-Library: distributing test problems by electronic mail", JORS 41(11),
1990, doi:10.1057/jors.1990.166. A file holds agents and jobs, then costs, then hours by agent and
job, then the hours that each agent has; every job goes to one agent, at the least cost.
"""

import csv
from pathlib import Path

import numpy as np

from families import Cell, Instance
from program import Builder, Program


def instances(data: Path) -> list[Instance]:
    """The files in a folder of public data, by class: gap1 to gap4, and the larger ones."""
    files = sorted(path.name for path in (data / "orlib_gap").glob("*[0-9]"))
    return [
        Instance(Cell("gap", name.split("-")[0]), index, name) for index, name in enumerate(files)
    ]


def known_optima(data: Path) -> dict[str, int]:
    file = data / "orlib_gap" / "optima.csv"
    if not file.exists():
        return {}
    with file.open(newline="") as stream:
        return {line["instance"]: int(line["optimum_min"]) for line in csv.DictReader(stream)}


def read(file: Path) -> Program:
    numbers = np.array(file.read_text().split(), np.int64)
    agents, jobs = int(numbers[0]), int(numbers[1])
    costs, hours = numbers[2 : 2 + 2 * agents * jobs].reshape(2, agents, jobs)
    limits = numbers[2 + 2 * agents * jobs :]
    if len(limits) != agents:
        raise ValueError(f"{file}: {len(limits)} limits of {agents} agents")
    mentees, mentors = np.divmod(np.arange(agents * jobs), agents)
    rows, columns = Builder(), np.arange(agents * jobs)
    rows.put(rows.add(jobs, 1, 1) + mentees, columns, 1)
    rows.put(rows.add(agents, -np.inf, limits) + mentors, columns, hours[mentors, mentees])
    cost = costs[mentors, mentees]
    return rows.program((mentees, mentors), np.ones(len(cost)), cost, is_maximised=False)
