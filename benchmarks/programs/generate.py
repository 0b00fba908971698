"""Writes an instance twice: as `nastavnik.instance/1` for ours, as a 0–1 program for the peers.

python generate.py --seed 7 --out FOLDER full S2 sparse
"""

import argparse
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.random import Generator

import people
import rules
from encoding import encoded
from families import DENSITIES, FAMILIES, SIZES, Cell, Instance
from matching import Matching
from program import Program
from stability import draw_rankings

# Points for staying with the mentor of last time, and who leaves meanwhile.
STAYING_BONUS, LEAVING_SHARE = 300, 0.05


def write(instance: Instance, folder: Path) -> Program:
    """Writes both files; equal seeds give equal files."""
    matching = drawn(instance)
    matching.write(folder / f"{instance.name}.json", instance.name)
    program = encoded(matching)
    program.save(folder / f"{instance.name}.npz")
    return program


def drawn(instance: Instance) -> Matching:
    cell, family = instance.cell, instance.family
    kind = zlib.crc32(f"{cell.family} {cell.density}".encode())
    rng = np.random.default_rng([instance.seed, kind, *SIZES[cell.size]])
    season = people.draw(rng, cell, family)
    matching = Matching(
        season.mentees,
        season.mentors,
        season.points,
        SIZES[cell.size][0],
        season.capacities,
        season.minimums,
        coverage=family.coverage,
        policy=family.policy,
    )
    if family.has_side_rules:
        rules.add_side_rules(rng, matching, season)
    match cell.family:
        case "infeasible-quota":
            rules.make_infeasible(matching, season)
        case "laminar-control":
            matching.quotas = rules.nested_quotas(rng, season)
        case "stability":
            draw_rankings(rng, matching)
        case "bottleneck":
            matching = _with_places_for_all(rng, matching)
        case "re-match":
            _change(rng, matching)
    return matching


def _with_places_for_all(rng: Generator, matching: Matching) -> Matching:
    """A hidden assignment, so that everybody can be matched."""
    places = np.repeat(np.arange(matching.mentor_count), matching.capacities)
    hidden = rng.permutation(places)[: matching.mentee_count]
    is_new = np.array(
        [
            mentor not in matching.mentors[matching.row(mentee)]
            for mentee, mentor in enumerate(hidden.tolist())
        ]
    )
    mentees = np.concatenate([matching.mentees, np.flatnonzero(is_new)])
    mentors = np.concatenate([matching.mentors, hidden[is_new]])
    drawn = rng.integers(matching.points.min(), matching.points.max() + 1, is_new.sum())
    order = np.lexsort((mentors, mentees))
    points = np.concatenate([matching.points, drawn])[order]
    return replace(matching, mentees=mentees[order], mentors=mentors[order], points=points)


def _change(rng: Generator, matching: Matching) -> None:
    """Some mentors leave; who had another one would rather stay there."""
    loads = np.zeros(matching.mentor_count, int)
    for mentee in rng.permutation(matching.mentee_count).tolist():
        row = matching.row(mentee)
        mentors = matching.mentors[row]
        is_free = loads[mentors] < matching.capacities[mentors]
        if is_free.any():
            best = int(np.argmax(np.where(is_free, matching.points[row], -1)))
            loads[mentors[best]] += 1
            matching.points[row.start + best] += STAYING_BONUS
    leaving = rng.random(matching.mentor_count) < LEAVING_SHARE
    matching.capacities = np.where(leaving, 0, matching.capacities)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("family", choices=[name for name in FAMILIES if name != "gap"])
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("density", choices=DENSITIES)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("."))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    instance = Instance(Cell(options.family, options.size, options.density), options.seed)
    program = write(instance, options.out)
    print(f"{instance.name}: {program.row_count} rows, {program.column_count} columns")


if __name__ == "__main__":
    main()
