"""Who takes part."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Solver:
    """A solver; `uses_all_cores` compares what people get who set no option."""

    name: str
    title: str
    uses_all_cores: bool = False

    @property
    def is_ours(self) -> bool:
        return self is OURS


OURS = Solver("nastavnik", "Nastavnik")
# The yardstick: asked in every cell, however long it took before.
HIGHS = Solver("highs", "HiGHS")
PEERS = [
    HIGHS,
    Solver("glpk", "GLPK"),
    Solver("cbc", "CBC"),
    Solver("cpsat", "CP-SAT, one worker"),
    Solver("cpsat-default", "CP-SAT, all workers", uses_all_cores=True),
]
SOLVERS = {solver.name: solver for solver in [OURS, *PEERS]}
