"""What every question about an optimum takes: the table of the page, and a CSV with all numbers.

Nobody else answers these questions; the yardstick is a whole solve of the same instance, which is
what a price costs without them. See the Makefile for how it is called.
"""

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

# The modules that the benchmarks share stand beside this folder.
sys.path.insert(1, str(Path(__file__).parents[1]))

from common.tables import duration, insert, table, write_csv


@dataclass
class Row:
    family: str
    mentees: int
    question: str
    count: int
    median: float
    slowest: float


def measured(runner: str, sizes: list[str]) -> list[Row]:
    """The lines that the runner prints, under their heading."""
    run = subprocess.run([runner, *sizes], check=True, capture_output=True, text=True)
    rows = []
    for line in run.stdout.splitlines()[1:]:
        family, mentees, question, count, median, slowest = line.split(",")
        rows.append(
            Row(family, int(mentees), question, int(count), float(median), float(slowest))
        )
    return rows


def page(rows: list[Row]) -> str:
    """A line for each question, a column for each family and size."""
    columns = list(dict.fromkeys((row.family, row.mentees) for row in rows))
    slowest = {(row.family, row.mentees, row.question): row.slowest for row in rows}
    lines = [
        [question, *(duration(slowest.get((*column, question))) for column in columns)]
        for question in dict.fromkeys(row.question for row in rows)
    ]
    return table(["the slowest of each", *(f"{name} {size}" for name, size in columns)], lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runner", required=True)
    parser.add_argument("--results", type=Path, required=True)
    parser.add_argument("--page", type=Path, required=True)
    parser.add_argument("sizes", nargs="*", default=["200", "2000"])
    options = parser.parse_args()
    rows = measured(options.runner, options.sizes)
    write_csv(rows, Row, options.results / "explain.csv")
    insert(options.page, "explain", page(rows))
    print(page(rows))


if __name__ == "__main__":
    main()
