"""Turns people and rules into a 0–1 program, as a textbook would."""

import numpy as np

from matching import Matching
from program import Builder, Program
from stability import stability_rows

INFINITY = float("inf")


def encoded(matching: Matching) -> Program:
    count, mentors = len(matching.points), matching.mentor_count
    pairs = (matching.mentees, matching.mentors)
    rows, upper = Builder(), np.ones(count)
    is_complete = matching.coverage == "all"
    first = rows.add(matching.mentee_count, 1 if is_complete else -INFINITY, 1)
    rows.put(first + matching.mentees, np.arange(count), 1)
    has_groups = matching.minimums.any()
    _loads(rows, matching, has_groups)
    _apart(rows, matching)
    upper[_together(rows, matching)] = 0
    _quotas(rows, matching)
    if matching.policy == "max-size-stable":
        stability_rows(rows, matching)
        return rows.program(pairs, upper, np.ones(count))
    if matching.policy == "goals:worst":
        return _bottleneck(rows, matching, upper)
    extra = mentors if has_groups else 0
    objective = np.concatenate([matching.points, np.zeros(extra, np.int64)])
    rest = "opened" if has_groups else ""
    return rows.program(pairs, np.concatenate([upper, np.ones(extra)]), objective, rest=rest)


def _loads(rows: Builder, matching: Matching, has_groups: bool) -> None:
    """Σ x ≤ capacity; where groups open or do not, minimum · y ≤ Σ x ≤ capacity · y."""
    count, mentors = len(matching.points), np.arange(matching.mentor_count)
    if not has_groups:
        first = rows.add(len(mentors), -INFINITY, matching.capacities)
        rows.put(first + matching.mentors, np.arange(count), 1)
        return
    for limits, lower, upper in (
        (matching.capacities, -INFINITY, 0),
        (matching.minimums, 0, INFINITY),
    ):
        first = rows.add(len(mentors), lower, upper)
        rows.put(first + matching.mentors, np.arange(count), 1)
        rows.put(first + mentors, count + mentors, -limits)


def _apart(rows: Builder, matching: Matching) -> None:
    """No two of them under one mentor: a row for every mentor that two of them can have."""
    for people in matching.apart:
        entries = np.concatenate([np.arange(*_range(matching, person)) for person in people])
        mentors = matching.mentors[entries]
        shared, counts = np.unique(mentors, return_counts=True)
        shared = shared[counts > 1]
        first = rows.add(len(shared), -INFINITY, 1)
        is_shared = np.isin(mentors, shared)
        rows.put(first + np.searchsorted(shared, mentors[is_shared]), entries[is_shared], 1)


def _together(rows: Builder, matching: Matching) -> np.ndarray:
    """Equal columns for common mentors; gives the pairs that nobody of them can have."""
    impossible = [np.zeros(0, np.int64)]
    for people in matching.together:
        common = matching.common_mentors(people)
        entries = [matching.pair(person, common) for person in people]
        for one, other in zip(entries, entries[1:], strict=False):
            first = rows.add(len(common), 0, 0)
            rows.put(first + np.arange(len(common)), one, 1)
            rows.put(first + np.arange(len(common)), other, -1)
        for person, own in zip(people, entries, strict=True):
            impossible.append(np.setdiff1d(np.arange(*_range(matching, person)), own))
    return np.concatenate(impossible)


def _quotas(rows: Builder, matching: Matching) -> None:
    for quota in matching.quotas:
        counts = np.ones(len(matching.points), bool)
        if quota.mentees is not None:
            counts &= np.isin(matching.mentees, quota.mentees)
        if quota.mentors is not None:
            counts &= np.isin(matching.mentors, quota.mentors)
        most = INFINITY if quota.at_most is None else quota.at_most
        rows.row(np.flatnonzero(counts), 1, quota.at_least, most)


def _bottleneck(rows: Builder, matching: Matching, upper: np.ndarray) -> Program:
    """Everybody has one pair, so a row for each mentee bounds the worst: Σ points · x ≥ z."""
    count = len(matching.points)
    first = rows.add(matching.mentee_count, 0, INFINITY)
    rows.put(first + matching.mentees, np.arange(count), matching.points)
    rows.put(first + np.arange(matching.mentee_count), np.full(matching.mentee_count, count), -1)
    objective = np.concatenate([np.zeros(count, np.int64), [1]])
    return rows.program(
        (matching.mentees, matching.mentors),
        np.concatenate([upper, [matching.points.max()]]),
        objective,
        rest="worst",
    )


def _range(matching: Matching, person: int) -> tuple[int, int]:
    row = matching.row(person)
    return int(row.start), int(row.stop)
