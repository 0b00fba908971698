"""An instance as people and rules, and its file in `nastavnik.instance/1`."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

# By person: tiers of people of the other side, best first.
Tiers = list[list[list[int]]]


@dataclass
class Quota:
    """Bounds of the number of pairs between some mentees and some mentors; `None` = all of them."""

    name: str
    mentees: list[int] | None = None
    mentors: list[int] | None = None
    at_least: int = 0
    at_most: int | None = None

    @property
    def json(self) -> dict[str, Any]:
        keys = {
            "name": self.name,
            "mentees": self.mentees,
            "mentors": self.mentors,
            "atLeast": self.at_least or None,
            "atMost": self.at_most,
        }
        return {key: value for key, value in keys.items() if value is not None}


@dataclass
class Matching:
    """Eligible pairs with points, ascending by mentee and mentor, and the rules that bind them."""

    mentees: NDArray
    mentors: NDArray
    points: NDArray
    mentee_count: int
    capacities: NDArray
    # Of a group that opens; 0 = none.
    minimums: NDArray
    apart: list[list[int]] = field(default_factory=list)
    together: list[list[int]] = field(default_factory=list)
    quotas: list[Quota] = field(default_factory=list)
    # Of mentees and of mentors.
    rankings: tuple[Tiers, Tiers] | None = None
    coverage: str = "ignore"
    policy: str = "max-points"

    @property
    def mentor_count(self) -> int:
        return len(self.capacities)

    @property
    def row_starts(self) -> NDArray:
        """Where the pairs of each mentee begin."""
        return np.searchsorted(self.mentees, np.arange(self.mentee_count + 1))

    def row(self, mentee: int) -> slice:
        return slice(*np.searchsorted(self.mentees, [mentee, mentee + 1]))

    def pair(self, mentee: int, mentors: NDArray) -> NDArray:
        """The places of pairs of one mentee; they have to be eligible."""
        row = self.row(mentee)
        return row.start + np.searchsorted(self.mentors[row], mentors)

    def common_mentors(self, people: list[int]) -> NDArray:
        common = self.mentors[self.row(people[0])]
        for person in people[1:]:
            common = np.intersect1d(common, self.mentors[self.row(person)], assume_unique=True)
        return common

    def write(self, file: Path, name: str) -> None:
        file.write_text(json.dumps(self._document(name), separators=(",", ":")))

    def _document(self, name: str) -> dict[str, Any]:
        limits = zip(self.capacities.tolist(), self.minimums.tolist(), strict=True)
        document: dict[str, Any] = {
            "schema": "nastavnik.instance/1",
            "id": name,
            "sense": "max",
            "coverage": self.coverage,
            "mentees": self.mentee_count,
            "mentors": [
                {"capacity": most, **({"minimum": least} if least else {})}
                for most, least in limits
            ],
            "minimumIs": "if-open",
            "apart": self.apart,
            "together": self.together,
            "quotas": [quota.json for quota in self.quotas],
        }
        if len(self.points) == self.mentee_count * self.mentor_count:
            document["points"] = self.points.reshape(self.mentee_count, -1).tolist()
        else:
            columns = (self.mentees, self.mentors, self.points)
            document["pairs"] = np.stack(columns, axis=1).tolist()
        if self.rankings:
            document["rankings"] = dict(zip(("mentees", "mentors"), self.rankings, strict=True))
        return document
