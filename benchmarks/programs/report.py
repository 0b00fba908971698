"""Table and pictures of the results, written between the markers of a page.

python report.py RESULTS PAGE
"""

import math
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

# The modules that both benchmarks share stand beside this folder.
sys.path.insert(1, str(Path(__file__).parents[1]))

import results
from common.plots import draw_ratios, draw_times
from common.tables import duration, insert, table, times
from families import DENSITIES, FAMILIES, SIZES, Cell
from results import Row
from solvers import HIGHS, OURS, PEERS

# What to reach: HiGHS ÷ ours.
AIMS = {
    Cell("full", "S2"): 20,
    Cell("full", "S3"): 10,
    Cell("full", "S3", "dense"): 50,
    Cell("semi", "S2"): 20,
    Cell("semi", "S3"): 15,
    Cell("hard", "S2"): 6,
    Cell("hard", "S3"): 3,
    Cell("campus", "S4"): 15,
}
# Wall over processor time of one thread, beyond which a reader should know of it.
DISTURBED = 1.1


@dataclass(frozen=True, order=True)
class Ratio:
    """A peer's time ÷ ours; where one of both proved nothing, a bound of it."""

    value: float
    # "", ">" or "<".
    kind: str = ""

    @property
    def text(self) -> str:
        return f"{self.kind} {times(self.value)}".strip()


class CellRows:
    """All rows of the seeds of a cell."""

    def __init__(self, cell: Cell, rows: list[Row]) -> None:
        self.cell = cell
        self._rows: dict[str, dict[tuple[int, str], Row]] = defaultdict(dict)
        for row in rows:
            self._rows[row.solver][row.seed, row.file] = row

    def of(self, solver: str) -> list[Row]:
        return list(self._rows[solver].values())

    @property
    def first(self) -> Row:
        return next(row for rows in self._rows.values() for row in rows.values())

    def seconds(self, solver: str) -> float | None:
        """The median over the seeds, where all are proven."""
        rows = self.of(solver)
        is_complete = rows and all(row.is_proven for row in rows)
        return statistics.median(row.seconds for row in rows) if is_complete else None

    def text(self, solver: str) -> str:
        """The median time, or how far from a proof it ended."""
        rows = [row for row in self.of(solver) if row.status]
        if not rows:
            return "–"
        if seconds := self.seconds(solver):
            return duration(seconds)
        gaps = [row.gap for row in rows if not row.is_proven and row.gap is not None]
        gap = f"gap {gap_text(statistics.median(gaps))}" if gaps else "no answer"
        proven = [row.seconds for row in rows if row.is_proven]
        if not proven:
            return gap
        return f"{duration(statistics.median(proven))} ({len(proven)} of {len(rows)}), {gap}"

    def ratio(self, solver: str) -> tuple[Ratio | None, int]:
        """The median over the seeds, and the number of seeds that it rests on."""
        found = []
        for key, own in self._rows[OURS.name].items():
            peer = self._rows[solver].get(key)
            if peer and (one := ratio(peer, own)):
                found.append(one)
        found.sort()
        # Of an even number the lower one in the middle: a bound has no mean with a value.
        return (found[(len(found) - 1) // 2] if found else None), len(found)


def ratio(peer: Row, own: Row) -> Ratio | None:
    if own.is_proven and peer.is_proven:
        return Ratio(peer.seconds / own.seconds)
    if own.is_proven and peer.status:
        return Ratio(max(peer.limit, peer.seconds or 0) / own.seconds, ">")
    if own.status and peer.is_proven:
        return Ratio(peer.seconds / max(own.limit, own.seconds or 0), "<")
    return None


def gap_text(gap: float) -> str:
    """Two digits; a bound that says nothing is not worth a number."""
    if gap >= 1:
        return "> 100 %"
    digits = max(0, 1 - math.floor(math.log10(max(100 * gap, 1e-6))))
    return f"{100 * gap:.{digits}f} %"


def summary(rows: list[Row]) -> str:
    """One line for who waits for the run."""
    parts = []
    for row in rows:
        if row.is_proven:
            text = duration(row.seconds)
        elif row.gap is not None:
            text = f"gap {gap_text(row.gap)}"
        else:
            text = (row.note or row.status)[:40]
        parts.append(f"{row.solver} {text}")
    said = {row.status for row in rows if row.is_proven}
    best = [row.objective for row in rows if row.objective is not None and row.is_proven]
    proven = f"= {best[0]}" if best else "infeasible" if said else "not proven"
    return f"{proven}: " + ", ".join(parts)


def cells(rows: list[Row]) -> list[CellRows]:
    groups: dict[Cell, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.cell].append(row)
    # In the order of the plan, in whatever pieces they were measured.
    order = sorted(
        groups,
        key=lambda it: (list(FAMILIES).index(it.family), DENSITIES.index(it.density), it.size),
    )
    return [CellRows(cell, groups[cell]) for cell in order]


def main_table(cells: list[CellRows]) -> str:
    head = ["instance", "columns", "seeds", "**Nastavnik**", *(peer.title for peer in PEERS)]
    head += ["HiGHS ÷ ours", "to reach"]
    lines = []
    for it in cells:
        found, count = it.ratio(HIGHS.name)
        seeds = len(it.of(HIGHS.name)) or len(it.of(OURS.name))
        text = found.text if found else "–"
        if found and count < seeds:
            text += f" ({count} of {seeds})"
        aim = AIMS.get(it.cell)
        columns = f"{it.first.columns:,}".replace(",", " ")
        line = [it.cell.title, columns, str(seeds), f"**{it.text(OURS.name)}**"]
        line += [it.text(peer.name) for peer in PEERS]
        lines.append([*line, f"**{text}**", f"≥ {aim}×" if aim else ""])
    return table(head, lines)


def legend(rows: list[Row]) -> str:
    present = dict.fromkeys(row.family for row in rows)
    lines = [f"- `{name}`: {FAMILIES[name].title}." for name in present]
    return "\n".join(lines)


def left_out(cells: list[CellRows]) -> str:
    """Every empty place of the table with its reason, and every solve that was stopped."""
    reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
    titles = {solver.name: solver.title for solver in [OURS, *PEERS]}
    for it in cells:
        for name, title in titles.items():
            notes = [row.note for row in it.of(name) if row.note]
            for note in dict.fromkeys(notes):
                count = notes.count(note)
                place = it.cell.title + (f" ({count} seeds)" if count > 1 else "")
                reasons[title, note].append(place)
    return "\n".join(f"- {name}: {note}: {'; '.join(it)}." for (name, note), it in reasons.items())


def pieces(cells: list[CellRows]) -> str:
    """Which cells were measured when, and with which limit."""
    runs: dict[tuple[str, str, float], list[str]] = defaultdict(list)
    for it in cells:
        runs[it.first.date, it.first.commit, it.first.limit].append(it.cell.title)
    lines = [
        f"- {date}, commit {commit}, {limit:g} s of processor time a solve: {', '.join(titles)}."
        for (date, commit, limit), titles in runs.items()
    ]
    return "\n".join(["Each with all its solvers in turn:\n", *lines])


def disturbance(rows: list[Row]) -> str:
    """How much longer than their work solvers of one thread took: others used the core."""
    default = {peer.name for peer in PEERS if peer.uses_all_cores}
    timed = [row for row in rows if row.seconds and row.wall and row.solver not in default]
    if not timed:
        return ""
    factor = sum(row.wall for row in timed) / sum(row.seconds for row in timed)
    if factor < DISTURBED:
        return ""
    return f"The machine was busy with other work: wall time was {times(factor)} processor time."


def tables(rows: list[Row]) -> str:
    all_cells = cells(rows)
    parts = [legend(rows), main_table(all_cells)]
    parts += [line for line in (pieces(all_cells), disturbance(rows)) if line]
    if reasons := left_out(all_cells):
        parts += ["Left out, or stopped:", reasons]
    titles = {peer.name: peer.title.split(",")[0] for peer in PEERS}
    versions = {titles[row.solver]: row.version for row in rows if row.version}
    text = ", ".join(f"{name} {version}" for name, version in versions.items())
    return "\n\n".join([*parts, f"Versions: {text}."] if text else parts)


def pictures(rows: list[Row], folder: Path) -> None:
    all_cells = cells(rows)
    panels: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for family in FAMILIES:
        for density in DENSITIES:
            series: dict[str, list[tuple[float, float]]] = defaultdict(list)
            for it in all_cells:
                if (it.cell.family, it.cell.density) == (family, density) and it.cell.size in SIZES:
                    for solver in [OURS, *PEERS]:
                        if seconds := it.seconds(solver.name):
                            series[solver.name].append((SIZES[it.cell.size][0], seconds))
            if any(len(line) > 1 for line in series.values()):
                panels[f"{family}, {density}"] = series
    (folder / "programs-time.svg").write_text(draw_times(panels, "mentees"))
    bars: dict[str, list[tuple[str, float, str]]] = defaultdict(list)
    for it in all_cells:
        found, _ = it.ratio(HIGHS.name)
        if found:
            note = {"": "", ">": "or more", "<": "or less"}[found.kind]
            bars[it.cell.family].append((it.cell.title, found.value, note))
    title = "Time of HiGHS ÷ time of Nastavnik"
    note = "median of the seeds; or more, or less: one of both proved nothing"
    (folder / "programs-ratio.svg").write_text(draw_ratios(list(bars.values()), title, note))


PICTURES = """![Time over size on logarithmic axes, a panel a family](results/programs-time.svg)

![Ratio of HiGHS's time to ours, by family and size](results/programs-ratio.svg)"""


def report(folder: Path, page: Path) -> None:
    """Table and pictures from the files of a run."""
    rows = results.read(folder / "programs.csv")
    about = (folder / "programs.txt").read_text().strip()
    insert(page, "programs", "\n\n".join([about, tables(rows), PICTURES]))
    pictures(rows, folder)


if __name__ == "__main__":
    report(Path(sys.argv[1]), Path(sys.argv[2]))
