"""School-sized instances with any mix of rules: how many are solved within two seconds?

Random people, points, capacities, minimums, hours, demands, sets, quotas and fixed pairs; every
rule is in or out by lot, tight or loose by lot, and many contradict each other. See the Makefile
for how it is called.
"""

import argparse
import json
import os
import random
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

# The modules that both benchmarks share stand beside this folder.
sys.path.insert(1, str(Path(__file__).parents[1]))

from common.servers import Server
from common.tables import duration, insert, table

GOAL = 2.0
POLICIES = {"first": "coverage-first", "ignore": "max-points", "all": "max-points"}
# Hours of a mentee everywhere, or of every pair.
HOURS = {"mentees": (1, 5), "pairs": (1, 6), "long pairs": (5, 25)}


class Mix:
    """One instance, drawn rule by rule."""

    def __init__(self, seed: int) -> None:
        self.lot = random.Random(seed)
        self.mentees = self.lot.randint(30, 150)
        self.mentors = self.lot.randint(max(5, self.mentees // 8), min(60, self.mentees // 2))
        self.coverage = self.lot.choices(["first", "ignore", "all"], [5, 2, 3])[0]
        self.demands = self._demands()
        self.capacities = self._capacities()
        self.hours = self.lot.choices(["", *HOURS], [5, 2, 2, 1])[0]
        self.tightness = self.lot.choice([0.6, 0.8, 1.0, 1.3])

    def json(self) -> dict[str, Any]:
        kind, minimums = self._minimums()
        instance: dict[str, Any] = {
            "schema": "nastavnik.instance/1",
            "coverage": self.coverage,
            "mentees": [{"demand": demand} for demand in self.demands],
            "mentors": [
                {"capacity": capacity, "minimum": minimum}
                for capacity, minimum in zip(self.capacities, minimums, strict=True)
            ],
            "minimumIs": kind,
            "pairs": self._pairs(),
        }
        self._add_hours(instance)
        rules: list[tuple[str, float, Callable[[], list]]] = [
            ("apart", 0.6, lambda: self._sets(self._pick(2, 5, 15, 30), self._pick(2, 2, 3, 6))),
            ("together", 0.5, self._together),
            ("quotas", 0.6, self._quotas),
            ("fixed", 0.2, lambda: self._fixed(instance["pairs"])),
        ]
        for name, share, draw in rules:
            if self.lot.random() < share:
                instance[name] = draw()
        return instance

    def _pick(self, *choices: float) -> Any:
        return self.lot.choice(choices)

    def _demands(self) -> list[int]:
        if self.lot.random() < 0.75:
            return [1] * self.mentees
        return [self.lot.choices([0, 1, 2, 3], [1, 12, 3, 1])[0] for _ in range(self.mentees)]

    def _capacities(self) -> list[int]:
        """From too few places to twice as many as needed."""
        places = int(sum(self.demands) * self._pick(0.7, 0.9, 1.0, 1.1, 1.4, 2.0))
        capacities = [1] * self.mentors
        for _ in range(places - self.mentors):
            capacities[self.lot.randrange(self.mentors)] += 1
        return capacities

    def _minimums(self) -> tuple[str, list[int]]:
        kind = self.lot.choices(["none", "any", "tight", "always"], [4, 10, 3, 3])[0]
        if kind == "none":
            return "if-open", [0] * self.mentors
        if kind == "any":
            return "if-open", [self.lot.randint(0, min(it, 3)) for it in self.capacities]
        if kind == "tight":
            return "if-open", [max(0, it - 1) for it in self.capacities]
        return "always", [self.lot.randint(0, 1) for _ in self.capacities]

    def _pairs(self) -> list[list[int]]:
        density = self._pick(0.1, 0.25, 0.5, 0.8, 1.0)
        points = self._pick("fine", "coarse", "tiny", "equal", "scores")
        subjects = [self.lot.randrange(5) for _ in range(self.mentees + self.mentors)]
        quality = [self.lot.random() for _ in range(self.mentors)]

        def value(mentee: int, mentor: int) -> int:
            match points:
                case "fine":
                    return self.lot.randint(0, 1000)
                case "coarse":
                    return 10 * self.lot.randint(0, 10)
                case "tiny":
                    return self.lot.randint(0, 3)
                case "equal":
                    return 1
            same = subjects[mentee] == subjects[self.mentees + mentor]
            return int(300 * same + 400 * quality[mentor] + 300 * self.lot.random())

        pairs = []
        for mentee in range(self.mentees):
            for mentor in range(self.mentors):
                if self.lot.random() < density:
                    pairs.append([mentee, mentor, value(mentee, mentor)])
        return pairs

    def _add_hours(self, instance: dict[str, Any]) -> None:
        if not self.hours:
            return
        least, most = HOURS[self.hours]
        if self.hours == "mentees":
            for mentee in instance["mentees"]:
                mentee["hours"] = self.lot.randint(least, most)
        else:
            for pair in instance["pairs"]:
                pair.append(self.lot.randint(least, most))
        # With tightness 1 the average member fits into all the places that are needed.
        load = min(1, sum(self.demands) / sum(self.capacities)) * self.tightness
        for mentor, capacity in zip(instance["mentors"], self.capacities, strict=True):
            if self.lot.random() < 0.9:
                limit = capacity * load * (least + most) / 2 * self.lot.uniform(0.8, 1.2)
                mentor["hours"] = max(1, int(limit))

    def _sets(self, count: int, most: int) -> list[list[int]]:
        return [
            sorted(self.lot.sample(range(self.mentees), self.lot.randint(2, most)))
            for _ in range(count)
        ]

    def _together(self) -> list[list[int]]:
        people = list(range(self.mentees))
        self.lot.shuffle(people)
        return [
            sorted(people.pop() for _ in range(self._pick(2, 2, 2, 3)))
            for _ in range(self._pick(1, 3, 8))
        ]

    def _quotas(self) -> list[dict[str, Any]]:
        """Bounds around what a part of the people would get if all were alike."""
        quotas = []
        for index in range(self._pick(1, 3, 6, 12)):
            mentees = self._part(self.mentees)
            mentors = self._part(self.mentors)
            seats = sum(self.capacities[it] for it in mentors)
            needs = sum(self.demands[it] for it in mentees)
            share = needs * seats / max(1, sum(self.capacities))
            quota = {"name": f"q{index}", "mentees": mentees, "mentors": mentors}
            if self.lot.random() < 0.5:
                quota["atMost"] = int(share * self._pick(0.5, 0.8, 1.0))
            else:
                quota["atLeast"] = int(min(share * self._pick(0.3, 0.6, 0.9), needs, seats))
            quotas.append(quota)
        return quotas

    def _part(self, count: int) -> list[int]:
        size = max(1, int(count * self._pick(0.1, 0.3, 0.5, 1.0)))
        return sorted(self.lot.sample(range(count), size))

    def _fixed(self, pairs: list[list[int]]) -> list[list[int]]:
        drawn = self.lot.sample(pairs, min(len(pairs), self.lot.randint(1, 4)))
        return sorted(pair[:2] for pair in drawn)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runner", type=Path, required=True, help="the Swift server")
    parser.add_argument("--page", type=Path, required=True, help="Markdown for the table")
    parser.add_argument("--scratch", type=Path, required=True, help="folder of the instances")
    parser.add_argument("--count", type=int, default=400, help="instances")
    parser.add_argument("--seed", type=int, default=1, help="of the first; 0 = a fresh one")
    parser.add_argument("--limit", type=float, default=10, help="processor seconds of one solve")
    options = parser.parse_args()
    options.seed = options.seed or int.from_bytes(os.urandom(3), "big")
    return options


def main() -> None:
    options = parse()
    options.scratch.mkdir(parents=True, exist_ok=True)
    file = options.scratch / "mix.json"
    core = {max(os.sched_getaffinity(0))}
    server = Server([str(options.runner.resolve())], options.scratch, core)
    results: dict[str, list[tuple[str, float]]] = {"without hours": [], "with hours": []}
    try:
        for seed in range(options.seed, options.seed + options.count):
            mix = Mix(seed)
            file.write_text(json.dumps(mix.json()))
            answer = server.ask(f"load json {file.name} {POLICIES[mix.coverage]}")
            if "error" in answer or "skipped" in answer:
                sys.exit(f"benchmark failed: mix {seed}: {answer}")
            answer = server.ask(f"solve {options.limit:g}")
            status, seconds = answer["status"], answer["seconds"]
            results["with hours" if mix.hours else "without hours"].append((status, seconds))
            if seconds > GOAL:
                size = f"{mix.mentees} x {mix.mentors}"
                rules = f"{size}, {mix.coverage}, hours of {mix.hours or 'nobody'}"
                print(f"mix {seed}: {rules}: {status} after {duration(seconds)}", flush=True)
    finally:
        server.stop()
        file.unlink(missing_ok=True)
    lines = [line(name, rows) for name, rows in results.items() if rows]
    head = ["rules", "instances", "infeasible", "proven in 2 s"]
    head += ["median", "9 of 10 within", "unproven"]
    text = f"{options.count} mixes from seed {options.seed}, limit {options.limit:g} s:\n\n"
    insert(options.page, "mixes", text + table(head, lines))
    print(table(head, lines))


def line(name: str, rows: list[tuple[str, float]]) -> list[str]:
    seconds = sorted(seconds for _, seconds in rows)
    statuses = [status for status, _ in rows]
    quick = sum(
        status in ("optimal", "infeasible") and seconds <= GOAL for status, seconds in rows
    )
    unproven = sum(status not in ("optimal", "infeasible") for status in statuses)
    return [
        name,
        str(len(rows)),
        str(statuses.count("infeasible")),
        f"**{100 * quick / len(rows):.1f} %**",
        duration(statistics.median(seconds)),
        duration(seconds[int(0.9 * len(seconds))]),
        str(unproven),
    ]


if __name__ == "__main__":
    main()
