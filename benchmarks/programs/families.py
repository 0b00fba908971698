"""What is measured: families, sizes and densities. None is left out because it looks bad."""

from dataclasses import dataclass

# Mentees and mentors.
SIZES = {
    "S1": (100, 30),
    "S2": (300, 100),
    "S3": (1000, 300),
    "S4": (3000, 1000),
    "S5": (5000, 1500),
}
# Pairs of a mentee, the best of twice as many drawn, in sparse instances.
CANDIDATES = {"S1": 10, "S2": 20, "S3": 30, "S4": 30, "S5": 30}
DENSITIES = ("sparse", "dense")


@dataclass(frozen=True)
class Family:
    """How an instance is drawn; places are the sum of the capacities."""

    title: str
    places_a_mentee: float = 0.93
    # Every open group is full but for one seat, and has three at least.
    has_tight_groups: bool = False
    has_minimums: bool = True
    # People apart and together, quotas of forms, budgets of form × district.
    has_side_rules: bool = False
    campuses: int = 1
    has_coarse_points: bool = False
    coverage: str = "ignore"
    policy: str = "max-points"


FAMILIES = {
    "full": Family("scarce seats, all side rules", has_side_rules=True),
    "semi": Family("spare seats, tight groups", 1.3, has_tight_groups=True),
    "hard": Family(
        "tight groups, all side rules", 1.15, has_tight_groups=True, has_side_rules=True
    ),
    "campus": Family("ten independent campuses", has_side_rules=True, campuses=10),
    "coarse-ties": Family("coarse points", has_side_rules=True, has_coarse_points=True),
    "infeasible-quota": Family("a quota that cannot be met", has_side_rules=True),
    "stability": Family(
        "largest stable matching with ties",
        has_minimums=False,
        has_coarse_points=True,
        policy="max-size-stable",
    ),
    "bottleneck": Family(
        "best worst pair", 1.15, has_minimums=False, coverage="all", policy="goals:worst"
    ),
    "re-match": Family("re-match after changes", 1.05, has_minimums=False),
    "laminar-control": Family("nested quotas, a network", has_minimums=False),
    # Not drawn: files of the OR-Library.
    "gap": Family("OR-Library GAP", has_minimums=False, coverage="all"),
}


@dataclass(frozen=True)
class Cell:
    """Instances that differ in their seed alone; `size` of GAP is a class of the library."""

    family: str
    size: str
    density: str = "sparse"

    @property
    def title(self) -> str:
        return f"{self.family} {self.size}" + (" dense" if self.density == "dense" else "")


@dataclass(frozen=True)
class Instance:
    """One of them."""

    cell: Cell
    seed: int
    # The name of a file of the OR-Library.
    file: str = ""

    @property
    def name(self) -> str:
        cell = self.cell
        return self.file or f"{cell.family}-{cell.size}-{cell.density}-{self.seed}"

    @property
    def family(self) -> Family:
        return FAMILIES[self.cell.family]


def _cells(plan: dict[str, tuple[str, str]]) -> list[Cell]:
    """Sizes by family: sparse ones, then dense ones."""
    return [
        Cell(family, size, density)
        for family, sizes in plan.items()
        for density, names in zip(DENSITIES, sizes, strict=True)
        for size in names.split()
    ]


FULL = _cells(
    {
        "full": ("S1 S2 S3 S4", "S1 S2 S3"),
        "semi": ("S1 S2 S3 S4", "S1 S2 S3"),
        "hard": ("S1 S2 S3", "S1 S2"),
        "campus": ("S2 S3 S4", ""),
        "coarse-ties": ("S1 S2 S3", "S2"),
        "infeasible-quota": ("S1 S2 S3 S4", "S2"),
        "stability": ("S1 S2", ""),
        "bottleneck": ("S1 S2 S3", "S2"),
        "re-match": ("S1 S2 S3 S4", "S2"),
        "laminar-control": ("S1 S2 S3 S4", "S2"),
    }
)
# Small ones of every kind of rule: whether all agree is seen in half a minute.
QUICK = _cells(
    {
        "full": ("S1", "S1"),
        "semi": ("S1", ""),
        "coarse-ties": ("S1", ""),
        "infeasible-quota": ("S1", ""),
        "stability": ("S1", ""),
        "bottleneck": ("S1", ""),
        "re-match": ("S1", ""),
        "laminar-control": ("S1", ""),
    }
)
