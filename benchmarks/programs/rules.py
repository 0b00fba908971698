"""Draws the rules that leave the network: people together and apart, quotas, budgets."""

from collections.abc import Iterator

import numpy as np
from numpy.random import Generator

from matching import Matching, Quota
from people import People

# One in so many mentees.
TOGETHER_ONE_IN, APART_ONE_IN = 50, 15
# People who may go together have so many mentors in common.
LEAST_COMMON = 3
# Mostly people of the same form and subject are kept apart.
SIMILAR_SHARE = 0.7
# Shares of a form that must be matched: with one campus, with several.
FORM_SHARE, CAMPUS_FORM_SHARE = 0.85, 0.4
YOUNG_SHARE = 0.93
# Of the meetings of form and district, and of the load to be expected there.
BUDGET_SHARE, BUDGET_LOAD = 0.3, 0.9


def add_side_rules(rng: Generator, matching: Matching, people: People) -> None:
    matching.together = _together(rng, matching, people)
    matching.apart = _apart(rng, matching, people)
    matching.quotas = [*_least_quotas(people), *_budgets(rng, matching, people)]


def _together(rng: Generator, matching: Matching, people: People) -> list[list[int]]:
    chosen: list[list[int]] = []
    used: set[int] = set()
    # So few common mentors are left in a tiny instance that trying has an end.
    for _ in range(20_000):
        if len(chosen) == matching.mentee_count // TOGETHER_ONE_IN:
            break
        one = int(rng.integers(matching.mentee_count))
        neighbours = np.flatnonzero(people.mentee_campus == people.mentee_campus[one])
        other = int(rng.choice(neighbours))
        if one == other or used & {one, other}:
            continue
        if len(matching.common_mentors([one, other])) >= LEAST_COMMON:
            used |= {one, other}
            chosen.append(sorted([one, other]))
    return chosen


def _apart(rng: Generator, matching: Matching, people: People) -> list[list[int]]:
    chosen: set[tuple[int, int]] = set()
    together = {tuple(pair) for pair in matching.together}
    while len(chosen) < matching.mentee_count // APART_ONE_IN:
        one = int(rng.integers(matching.mentee_count))
        others = np.arange(matching.mentee_count)
        if rng.random() < SIMILAR_SHARE:
            is_similar = people.form == people.form[one]
            is_similar &= people.subject == people.subject[one]
            others = np.flatnonzero(is_similar)
        pair = tuple(sorted([one, int(rng.choice(others))]))
        if pair[0] != pair[1] and pair not in together:
            chosen.add(pair)
    return [list(pair) for pair in sorted(chosen)]


def _least_quotas(people: People) -> Iterator[Quota]:
    is_one_campus = people.mentee_campus.max() == 0
    share = FORM_SHARE if is_one_campus else CAMPUS_FORM_SHARE
    for form in np.unique(people.form):
        members = np.flatnonzero(people.form == form)
        least = int(share * len(members))
        yield Quota(f"form {form}", members.tolist(), at_least=least)
    # A quota over everybody's campus would tie the components together.
    if is_one_campus:
        young = np.flatnonzero(people.is_young)
        least = int(np.ceil(YOUNG_SHARE * len(young)))
        yield Quota("young teachers", young.tolist(), at_least=least)


def _budgets(rng: Generator, matching: Matching, people: People) -> Iterator[Quota]:
    """At most so many pairs between a form and a district."""
    places = np.bincount(people.district, weights=people.capacities)
    campuses = people.mentee_campus.max() + 1
    districts = people.district[matching.mentors]
    code = np.unique(people.form[matching.mentees] * len(places) + districts)
    for form, district in zip(*divmod(code, len(places)), strict=True):
        if rng.random() >= BUDGET_SHARE:
            continue
        members = np.flatnonzero(people.form == form)
        expected = len(members) * places[district] / (places.sum() / campuses)
        yield Quota(
            f"form {form} in district {district}",
            members.tolist(),
            np.flatnonzero(people.district == district).tolist(),
            at_most=max(1, int(BUDGET_LOAD * expected)),
        )


def make_infeasible(matching: Matching, people: People) -> None:
    """Budgets of the first form's districts sum to one less than its quota."""
    form = matching.quotas[0]
    others = [
        quota for quota in matching.quotas if quota.at_most is None or quota.mentees != form.mentees
    ]
    districts = np.unique(people.district)
    shares = np.diff(np.linspace(0, form.at_least - 1, len(districts) + 1).astype(int))
    budgets = [
        Quota(
            f"{form.name} in district {district}",
            form.mentees,
            np.flatnonzero(people.district == district).tolist(),
            at_most=int(share),
        )
        for district, share in zip(districts, shares, strict=True)
    ]
    matching.quotas = others + budgets


def nested_quotas(rng: Generator, people: People) -> list[Quota]:
    """Districts inside regions inside the whole: still a network."""
    places = np.bincount(people.district, weights=people.capacities).astype(int)
    caps = np.maximum(1, (places * rng.uniform(0.7, 1.0, len(places))).astype(int))
    region = np.arange(len(places)) // 3
    quotas = []
    for district, cap in enumerate(caps):
        mentors = np.flatnonzero(people.district == district).tolist()
        quotas.append(Quota(f"district {district}", mentors=mentors, at_most=int(cap)))
    for index in range(region.max() + 1):
        mentors = np.flatnonzero(region[people.district] == index).tolist()
        most = int(0.95 * caps[region == index].sum())
        quotas.append(Quota(f"region {index}", mentors=mentors, at_most=most))
    return [*quotas, Quota("all", at_most=int(0.93 * caps.sum()))]
