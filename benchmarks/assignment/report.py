"""Tables of the results, written between the markers of a page.

python report.py RESULTS PAGE
"""

import math
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import results
from instances import Instance
from plots import draw_ratios, draw_times, times
from results import Row
from solvers import OURS, OURS_NARROW, PASS, PASS_NARROW

PEERS = {"scipy": "scipy", "lap": "lap", "lapx": "lapx", "lapjv": "lapjv", "ortools": "OR-tools"}
CLAIMS = {
    "pass": "n²",
    "nastavnik": "n³",
    "scipy": "n³",
    "lap": "n³",
    "lapx": "n³",
    "lapjv": "n³",
    "ortools": "n^2.5 · log(n · C)",
}
SECTIONS = {
    "Square": lambda it: it.is_matrix and it.m == it.n,
    "Rectangular": lambda it: it.is_matrix and it.m != it.n and not it.is_capacitated,
    "With capacities": lambda it: it.is_capacitated,
    "Sparse": lambda it: it.family == "sparse",
    "Costs computed on the fly": lambda it: it.family == "profiles",
}


class Cell:
    """All rows of one instance."""

    def __init__(self, rows: list[Row]) -> None:
        self.instance: Instance = rows[0].instance
        self._rows = {row.solver: row for row in rows}

    def row(self, solver: str) -> Row | None:
        return self._rows.get(solver)

    def seconds(self, solver: str) -> float | None:
        row = self.row(solver)
        return row.median if row and row.is_exact else None

    def of(self, package: str) -> list[Row]:
        return [row for row in self._rows.values() if row.package == package]

    def best(self, package: str) -> Row | None:
        """The fastest variant of a package that is right."""
        exact = [row for row in self.of(package) if row.is_exact]
        return min(exact, key=lambda row: row.median, default=None)

    @property
    def best_peer(self) -> Row | None:
        bests = [best for package in PEERS if (best := self.best(package))]
        return min(bests, key=lambda row: row.median, default=None)

    @property
    def summary(self) -> str:
        """One line for who waits for the run."""
        own, best = self.row(OURS.name), self.best_peer
        text = f"{self.instance.name:36} {own.note or duration(own.median):>9}"
        return f"{text}   {best.solver} {duration(best.median)}" if best else text

    @property
    def limit(self) -> float | None:
        """What the peers were stopped at, where none came to an end."""
        notes = [row.note for package in PEERS for row in self.of(package)]
        return max((float(note.split()[1]) for note in notes if note.startswith(">")), default=None)


def cells(rows: Iterable[Row]) -> list[Cell]:
    groups: dict[Instance, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.instance].append(row)
    return [Cell(group) for group in groups.values()]


def duration(seconds: float | None) -> str:
    """Three digits and a unit."""
    if seconds is None:
        return "–"
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= 0.9995 * size or unit == "µs":
            value = seconds / size
            digits = max(0, 2 - math.floor(math.log10(max(value, 1e-3))))
            return f"{value:.{min(digits, 2)}f} {unit}"
    raise ValueError(seconds)


def size(instance: Instance) -> str:
    return f"{instance.m:,} × {instance.n:,}".replace(",", " ")


def table(head: list[str], lines: list[list[str]]) -> str:
    ruler = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ruler, *lines])


def main_table(cells: list[Cell]) -> str:
    packages = [package for package in PEERS if any(cell.of(package) for cell in cells)]
    head = ["instance", "size", "one pass", "**Nastavnik**", "passes"]
    head += [PEERS[package] for package in packages]
    head += ["best peer ÷ ours"] if packages else ["wall", "peak memory"]
    lines = []
    for cell in cells:
        for ours, one_pass in ((OURS.name, PASS.name), (OURS_NARROW.name, PASS_NARROW.name)):
            if cell.row(ours):
                lines.append(main_line(cell, ours, one_pass, packages))
    return table(head, lines)


def main_line(cell: Cell, ours: str, one_pass: str, packages: list[str]) -> list[str]:
    own, limit, row = cell.seconds(ours), cell.seconds(one_pass), cell.row(ours)
    is_narrow = ours == OURS_NARROW.name
    line = [cell.instance.title + (", cells of one byte" if is_narrow else ""), size(cell.instance)]
    line += [duration(limit), f"**{duration(own)}**" if own else row.note or "–"]
    line += [f"{own / limit:.3g}" if own and limit else "–"]
    line += [peer_time(cell, package) for package in packages]
    if not packages:
        peak = f"{row.peak_megabytes:.0f} MB" if row.peak_megabytes else "–"
        return [*line, duration(row.wall_median), peak]
    return [*line, f"**{ratio_text(cell, own)}**"]


def peer_time(cell: Cell, package: str) -> str:
    if best := cell.best(package):
        return duration(best.median)
    notes = [row.note for row in cell.of(package)]
    return next((note for note in notes if note.startswith(">")), "–")


def ratio_text(cell: Cell, own: float | None) -> str:
    if not own:
        return "–"
    if best := cell.best_peer:
        return times(best.median / own)
    return f"> {times(cell.limit / own)}" if cell.limit else "–"


def left_out(cells: list[Cell]) -> list[str]:
    """Every empty place of the tables, with the reason, and every answer that was rounded away."""
    reasons: dict[tuple[str, str], list[str]] = defaultdict(list)
    for cell in cells:
        place = f"{cell.instance.title} {size(cell.instance)}"
        for package, name in PEERS.items():
            rows = cell.of(package)
            for row in rows:
                if row.note.startswith("inexact"):
                    reasons[row.solver, row.note].append(place)
            if rows and peer_time(cell, package) == "–":
                reasons[name, rows[0].note].append(place)
    return [f"- {name}: {note} ({'; '.join(it)})." for (name, note), it in reasons.items()]


def slope(points: list[tuple[float, float]]) -> float | None:
    """Least squares of log t over log n; `None` below three sizes."""
    if len(points) < 3:
        return None
    logs = [(math.log(n), math.log(seconds)) for n, seconds in points]
    return statistics.linear_regression(*zip(*logs, strict=True)).slope


def series(cells: list[Cell], group: tuple[str, ...]) -> dict[str, list[tuple[float, float]]]:
    """Seconds over n by package, the pass and ours among them."""
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for cell in cells:
        if cell.instance.group != group:
            continue
        own = {"pass": cell.seconds(PASS.name), "nastavnik": cell.seconds(OURS.name)}
        others = {name: best.median for name in PEERS if (best := cell.best(name))}
        for name, seconds in {**own, **others}.items():
            if seconds:
                found[name].append((cell.instance.n, seconds))
    return found


def grown_groups(cells: list[Cell]) -> list[tuple[str, ...]]:
    """Families with three sizes or more, in their order."""
    groups = [cell.instance.group for cell in cells]
    return [group for group in dict.fromkeys(groups) if groups.count(group) >= 3]


def growth_table(cells: list[Cell]) -> str:
    head = ["exponent of n", *(PEERS.get(name, name) for name in CLAIMS)]
    lines = [["claimed, worst case", *CLAIMS.values()]]
    for group in grown_groups(cells):
        found = series(cells, group)
        slopes = [slope(found.get(name, [])) for name in CLAIMS]
        title = next(cell.instance.title for cell in cells if cell.instance.group == group)
        lines.append([title, *(f"{it:.2f}" if it is not None else "–" for it in slopes)])
    return table(head, lines)


def what_if_table(cells: list[Cell]) -> str:
    lines = []
    for cell in cells:
        for row in cell.of("what-if"):
            own, best = cell.seconds(OURS.name), cell.best_peer
            if not row.is_exact or not own:
                continue
            peer = f"{duration(best.median)} ({PEERS[best.package]})" if best else "–"
            question = row.solver.split(".")[1]
            title = f"{question}, {cell.instance.title}"
            lines.append([title, size(cell.instance), duration(row.median), duration(own), peer])
    head = ["question", "size", "answer", "ours from scratch", "best peer, from scratch"]
    return table(head, lines) if lines else ""


def tables(rows: list[Row]) -> str:
    all_cells = cells(rows)
    parts = []
    for title, belongs in SECTIONS.items():
        if section := [cell for cell in all_cells if belongs(cell.instance)]:
            parts += [f"### {title}", main_table(section)]
    if answers := what_if_table(all_cells):
        parts += ["### What if", answers]
    if grown_groups(all_cells):
        parts += ["### Growth", growth_table(all_cells)]
    if lines := left_out(all_cells):
        parts += ["### Left out", "\n".join(lines)]
    versions = {row.package: row.version for row in rows if row.version}
    text = ", ".join(f"{PEERS[name]} {version}" for name, version in versions.items())
    return "\n\n".join([*parts, f"Versions: {text}."] if text else parts)


def pictures(rows: list[Row], folder: Path) -> None:
    all_cells = cells(rows)
    panels = {}
    for group in grown_groups(all_cells):
        title = next(cell.instance.title for cell in all_cells if cell.instance.group == group)
        panels[title] = series(all_cells, group)
    (folder / "assignment-time.svg").write_text(draw_times(panels))
    bars: dict[tuple[str, ...], list[tuple[str, float, str]]] = defaultdict(list)
    for cell in all_cells:
        own, best = cell.seconds(OURS.name), cell.best_peer
        if own and best:
            label = f"{cell.instance.title}, {size(cell.instance)}"
            # Rectangles of several shapes, and capacities, make one group each.
            group = cell.instance.group[:1]
            bars[group].append((label, best.median / own, PEERS[best.package]))
    (folder / "assignment-ratio.svg").write_text(draw_ratios(list(bars.values())))


def insert(page: Path, mark: str, text: str) -> None:
    """Replaces what stands between the two markers of a page."""
    begin, end = f"<!-- {mark}: generated -->", f"<!-- {mark}: end -->"
    before, _, rest = page.read_text().partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{page} has no place for {mark}")
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}")


def report(folder: Path, name: str, page: Path) -> None:
    """Tables and pictures from the files of a run."""
    rows = results.read(folder / f"{name}.csv")
    text = (folder / f"{name}.txt").read_text().strip() + "\n\n" + tables(rows)
    insert(page, name, text)
    if name == "assignment":
        pictures(rows, folder)


if __name__ == "__main__":
    report(Path(sys.argv[1]), "assignment", Path(sys.argv[2]))
