"""What is measured: families and sizes. None is left out because it looks bad."""

from dataclasses import dataclass
from itertools import chain

FAMILIES = {
    "uniform": "uniform 1..10⁶",
    "geometric": "geometric, 8 dimensions",
    "questionnaire": "questionnaire, 12 items",
    "ties": "trivial ties 0..5",
    "double": "Double, uniform [0, 1)",
    "machol-wien": "Machol–Wien i·j",
    "sparse": "sparse",
    "profiles": "computed from 16 features",
}


@dataclass(frozen=True)
class Instance:
    """One instance of a family: m mentees, n mentors."""

    family: str
    m: int
    n: int
    is_capacitated: bool = False
    pairs_a_row: int = 0

    @property
    def name(self) -> str:
        return "-".join(self.group) + f"-{self.m}x{self.n}"

    @property
    def group(self) -> tuple[str, ...]:
        """Instances of one group differ in their size alone."""
        if self.is_capacitated:
            return ("capacitated", self.family)
        if self.pairs_a_row:
            return (self.family, str(self.pairs_a_row))
        return (self.family,) if self.m == self.n else ("rectangular", self.family)

    @property
    def title(self) -> str:
        words = FAMILIES[self.family]
        if self.pairs_a_row:
            return f"{words}, {self.pairs_a_row} a row"
        return f"{self.family}, capacities 2–6" if self.is_capacitated else words

    @property
    def is_matrix(self) -> bool:
        return self.family not in ("sparse", "profiles")

    @property
    def cells(self) -> str:
        return "double" if self.family == "double" else "int32"

    @property
    def has_narrow_cells(self) -> bool:
        """Whether the costs also fit into one byte each."""
        return self.family in ("questionnaire", "ties") and not self.is_capacitated

    def command(self, cells: str | None = None) -> str:
        """The line that makes a solver's server load the instance."""
        parts = {
            "sparse": ("starts", "columns", "costs"),
            "profiles": ("mentees", "mentors"),
        }.get(self.family)
        if parts:
            return " ".join([self.family, *map(self.file, parts)])
        parts = ("costs", "capacities") if self.is_capacitated else ("costs",)
        cells = cells or self.cells
        if cells == "uint8":
            parts = ("bytes", *parts[1:])
        return " ".join(["matrix", cells, *map(self.file, parts)])

    def file(self, part: str) -> str:
        return f"{self.name}.{part}.npy"


def _square(family: str, *sizes: int) -> list[Instance]:
    return [Instance(family, n, n) for n in sizes]


def _capacitated(m: int, n: int) -> list[Instance]:
    families = ("geometric", "questionnaire", "uniform")
    return [Instance(family, m, n, is_capacitated=True) for family in families]


def _sparse(n: int, *pairs: int) -> list[Instance]:
    return [Instance("sparse", n, n, pairs_a_row=count) for count in pairs]


FULL = list(
    chain(
        _square("uniform", 1000, 2000, 5000, 10000),
        _square("geometric", 1000, 2000, 5000, 10000),
        _square("questionnaire", 1000, 2000, 5000, 10000),
        _square("ties", 1000, 5000),
        _square("double", 1000, 5000),
        _square("machol-wien", 1000, 2000, 5000),
        [
            Instance("uniform", 1000, 5000),
            Instance("geometric", 1000, 5000),
            Instance("geometric", 4000, 5000),
            Instance("questionnaire", 4000, 5000),
            Instance("uniform", 4000, 1000),
        ],
        _capacitated(5000, 1500),
        _sparse(10000, 5, 100, 200),
        _square("profiles", 20000),
    )
)

PROFILES = _square("profiles", 100_000)

QUICK = list(
    chain(
        _square("uniform", 100, 300, 600),
        _square("geometric", 100, 300, 600),
        _square("questionnaire", 100, 300, 600),
        _square("ties", 100, 300),
        _square("double", 100, 300),
        _square("machol-wien", 50, 100, 150),
        [
            Instance("uniform", 100, 500),
            Instance("geometric", 100, 500),
            Instance("geometric", 400, 500),
            Instance("questionnaire", 400, 500),
            Instance("uniform", 400, 100),
        ],
        _capacitated(500, 150),
        _sparse(1000, 5, 20, 50),
        _square("profiles", 400),
    )
)

WHAT_IF = {
    "full": [*_square("uniform", 5000), *_square("geometric", 5000)],
    "quick": _square("uniform", 300),
}
