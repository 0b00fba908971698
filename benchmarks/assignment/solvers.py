"""Who takes part: the solver of this project, and the peers in the variants that suit them best."""

from dataclasses import dataclass

from instances import Instance

# Wide arcs of OR-tools: beyond these they do not fit into the memory of a usual machine.
MOST_ARCS = 30_000_000


@dataclass(frozen=True)
class Solver:
    """A solver; `cells` is the width of the costs where that is ours to choose."""

    name: str
    cells: str | None = None

    @property
    def package(self) -> str:
        return self.name.split(".")[0]

    @property
    def is_ours(self) -> bool:
        return self.package == "nastavnik"

    @property
    def environment(self) -> str:
        return "b" if self.package == "lapx" else "a"

    @property
    def is_rounding(self) -> bool:
        """Whether it calculates in float32, so that its optimum may be off."""
        return "-32" in self.name


OURS = Solver("nastavnik")
OURS_NARROW = Solver("nastavnik.bytes", cells="uint8")
# One look at every cell by the same process: the limit of every exact solver.
PASS = Solver("nastavnik.pass")
PASS_NARROW = Solver("nastavnik.pass-bytes", cells="uint8")

DENSE = [
    "scipy.linear_sum_assignment",
    "lap.lapjv",
    "lapx.lapjvr",
    "lapx.lapjvr-32",
    "lapx.lapjvh-32",
    "lapx.lapjvs-32",
    "lapjv.lapjv",
    "lapjv.lapjv-32",
]
SQUARE = ["ortools.SimpleLinearSumAssignment"]
OTHER = ["lapx.lapjvs-32-padded", "ortools.SimpleMinCostFlow"]
# Tried at n = 1000 and 2000 in every family: never the best of lapx.
SELDOM_BEST = ["lapx.lapjv", "lapx.lapjvx", "lapx.lapjvc", "lapx.lapjvs", "lapx.lapjvh"]
SPARSE = [
    "scipy.min_weight_full_bipartite_matching",
    "lap.lapmod",
    "lapx.lapmod",
    "ortools.SimpleLinearSumAssignment",
]


def peers(instance: Instance, all_variants: bool = False) -> list[Solver]:
    """The peers that an instance is given to."""
    if instance.family == "sparse":
        names = SPARSE
    elif not instance.is_matrix:
        names = []
    else:
        is_square = instance.m == instance.n
        names = [*DENSE, *(SELDOM_BEST if all_variants else []), *(SQUARE if is_square else OTHER)]
    return [Solver(name) for name in names]


def refusal(solver: Solver, instance: Instance) -> str | None:
    """Why a solver is not even asked."""
    arcs = instance.m * instance.n
    if solver.package == "ortools" and instance.is_matrix and arcs > MOST_ARCS:
        return f"{arcs // 10**6} million arcs"
    return None
