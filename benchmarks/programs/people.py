"""Draws people: where they are, what they teach and learn, and how well any two fit."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from families import CANDIDATES, SIZES, Cell, Family

ROWS_AT_ONCE = 500
SUBJECTS, LANGUAGES, TAGS = 6, 4, 8
# Nobody takes more; a tight group never has fewer seats than three.
LARGEST_GROUP, TIGHT_GROUP = 8, 3
# Points of a pair: so much for being one at all, so that people are not left out lightly.
PAIR_BONUS = 500
COARSE_STEP = 100


@dataclass
class People:
    """Both sides of a season."""

    capacities: NDArray
    minimums: NDArray
    # Of mentees.
    form: NDArray
    is_young: NDArray
    subject: NDArray
    mentee_campus: NDArray
    # Of mentors.
    district: NDArray
    mentor_campus: NDArray
    # Eligible pairs, ascending.
    mentees: NDArray
    mentors: NDArray
    points: NDArray


def draw(rng: Generator, cell: Cell, family: Family) -> People:
    (m, n), campuses = SIZES[cell.size], family.campuses
    capacities, minimums = _groups(rng, m, n, family)
    forms, districts = max(3, m // 60), max(3, n // 30)
    # Even ones, or some campus would have places for nobody.
    campus = tuple(rng.permutation(np.arange(count) % campuses) for count in (m, n))
    subject = rng.integers(0, SUBJECTS, m)
    count = CANDIDATES[cell.size] if cell.density == "sparse" else n
    mentees, mentors, points = _pairs(rng, subject, campus, count, family)
    return People(
        capacities,
        minimums,
        form=campus[0] * forms + rng.integers(0, forms, m),
        is_young=rng.random(m) < 0.25,
        subject=subject,
        mentee_campus=campus[0],
        district=campus[1] * districts + rng.integers(0, districts, n),
        mentor_campus=campus[1],
        mentees=mentees,
        mentors=mentors,
        points=points,
    )


def _groups(rng: Generator, m: int, n: int, family: Family) -> tuple[NDArray, NDArray]:
    """Capacities that sum to the places wanted, and the least size of an open group."""
    capacities, wanted = rng.integers(1, 6, n), family.places_a_mentee * m
    while capacities.sum() < wanted:
        capacities[rng.choice(np.flatnonzero(capacities < LARGEST_GROUP))] += 1
    while capacities.sum() > wanted and capacities.max() > 1:
        capacities[rng.choice(np.flatnonzero(capacities > 1))] -= 1
    if family.has_tight_groups:
        capacities = np.maximum(capacities, TIGHT_GROUP)
        return capacities, np.maximum(TIGHT_GROUP, capacities - 1)
    minimums = np.where(capacities >= 4, 3, np.where(capacities >= 2, 2, 1))
    return capacities, minimums if family.has_minimums else np.zeros_like(capacities)


def _pairs(
    rng: Generator,
    subject: NDArray,
    campus: tuple[NDArray, NDArray],
    count: int,
    family: Family,
) -> tuple[NDArray, NDArray, NDArray]:
    """Points of all pairs, of which everybody keeps the `count` best of twice as many drawn."""
    m, n = (len(side) for side in campus)
    score = _Score(rng, subject, n)
    blocks = []
    for start in range(0, m, ROWS_AT_ONCE):
        block = slice(start, min(start + ROWS_AT_ONCE, m))
        points = np.rint(1000 * score(block)).astype(np.int64)
        if family.has_coarse_points:
            points -= points % COARSE_STEP
        is_kept = campus[0][block, None] == campus[1]
        if count < n:
            is_kept &= _best(rng, np.where(is_kept, points, -1), count)
        rows, columns = np.nonzero(is_kept)
        blocks.append((rows + start, columns, points[rows, columns] + PAIR_BONUS))
    mentees, mentors, points = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    return mentees, mentors, points


def _best(rng: Generator, points: NDArray, count: int) -> NDArray:
    """Which pairs of each row are the best of some drawn; −1 = not eligible, drawn last."""
    lot = np.where(points < 0, -1, rng.random(points.shape))
    drawn = np.argsort(-lot, axis=1, kind="stable")[:, : 2 * count]
    order = np.argsort(-np.take_along_axis(points, drawn, 1), axis=1, kind="stable")
    best = np.take_along_axis(drawn, order[:, :count], 1)
    is_best = np.zeros(points.shape, bool)
    np.put_along_axis(is_best, best, True, axis=1)
    return is_best


class _Score:
    """How well people fit, from 0 to 1: subject, language, interests, way to go, experience."""

    def __init__(self, rng: Generator, subject: NDArray, n: int) -> None:
        m = len(subject)
        self.subjects = subject, rng.integers(0, SUBJECTS, n)
        self.languages = rng.integers(0, LANGUAGES, m), rng.integers(0, LANGUAGES, n)
        shares = ((m, 0.35), (n, 0.45))
        self.tags = [(rng.random((count, TAGS)) < share).astype(float) for count, share in shares]
        self.places = rng.random((m, 2)), rng.random((n, 2))
        self.experience = rng.random(n)

    def __call__(self, block: slice) -> NDArray:
        own, other = self.tags[0][block], self.tags[1]
        shared = own @ other.T
        either = own.sum(1)[:, None] + other.sum(1) - shared
        steps = self.places[0][block, None] - self.places[1]
        return (
            0.30 * (self.subjects[0][block, None] == self.subjects[1])
            + 0.15 * (self.languages[0][block, None] == self.languages[1])
            + 0.25 * shared / np.maximum(either, 1)
            + 0.20 * (1 - np.hypot(steps[..., 0], steps[..., 1]) / np.sqrt(2))
            + 0.10 * self.experience
        )
