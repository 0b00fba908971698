"""Stability with ties: how people rank each other, and the rows that leave no blocking pair.

Source: A. Kwanashie, D. F. Manlove, "An integer programming approach to the hospitals/residents
problem with ties", Operations Research Proceedings 2013, doi:10.1007/978-3-319-07001-8_36.
"""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from matching import Matching, Tiers
from program import Builder

# Mentors see people in so many tiers, as curators mark them.
MENTOR_TIERS = 5


def draw_rankings(rng: Generator, matching: Matching) -> None:
    """Mentees rank by points, coarse as they are; mentors by marks of their own."""
    marks = rng.integers(0, MENTOR_TIERS, len(matching.points))
    by_mentor = np.argsort(matching.mentors, kind="stable")
    matching.rankings = (
        _tiers(matching.mentees, matching.mentors, -matching.points, matching.mentee_count),
        _tiers(
            matching.mentors[by_mentor],
            matching.mentees[by_mentor],
            marks[by_mentor],
            matching.mentor_count,
        ),
    )


def _tiers(people: NDArray, others: NDArray, ranks: NDArray, count: int) -> Tiers:
    starts = np.searchsorted(people, np.arange(count + 1))
    tiers = []
    for start, end in zip(starts, starts[1:], strict=False):
        own = ranks[start:end]
        tiers.append([others[start:end][own == rank].tolist() for rank in np.unique(own)])
    return tiers


def stability_rows(rows: Builder, matching: Matching) -> None:
    """capacity · (pairs of the mentee as good) + (pairs of the mentor as good) ≥ capacity."""
    mentee_rank, mentor_rank = _ranks(matching)
    by_mentor = np.argsort(matching.mentors, kind="stable")
    starts = np.searchsorted(matching.mentors[by_mentor], np.arange(matching.mentor_count + 1))
    for pair, (mentee, mentor) in enumerate(zip(matching.mentees, matching.mentors, strict=True)):
        capacity = int(matching.capacities[mentor])
        row = rows.add(1, capacity, float("inf"))
        own = np.arange(matching.row(mentee).start, matching.row(mentee).stop)
        own = own[mentee_rank[own] <= mentee_rank[pair]]
        other = by_mentor[starts[mentor] : starts[mentor + 1]]
        other = other[mentor_rank[other] <= mentor_rank[pair]]
        # The pair itself counts on both sides.
        rows.put(row, own[own != pair], capacity)
        rows.put(row, other[other != pair], 1)
        rows.put(row, np.array([pair]), capacity + 1)


def _ranks(matching: Matching) -> tuple[NDArray, NDArray]:
    """By pair: the tier of the mentor for the mentee, and of the mentee for the mentor."""
    mentee_tiers, mentor_tiers = matching.rankings
    places = [
        {other: tier for tier, others in enumerate(tiers) for other in others}
        for tiers in mentee_tiers
    ]
    marks = [
        {other: tier for tier, others in enumerate(tiers) for other in others}
        for tiers in mentor_tiers
    ]
    pairs = list(zip(matching.mentees.tolist(), matching.mentors.tolist(), strict=True))
    return (
        np.array([places[mentee][mentor] for mentee, mentor in pairs]),
        np.array([marks[mentor][mentee] for mentee, mentor in pairs]),
    )
