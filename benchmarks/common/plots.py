"""Two pictures in SVG, written by hand: they need no library, and differ only where results do."""

from common.shapes import GRID, INK, PALE, LogScale, Picture
from common.tables import times

# Okabe and Ito, "Color Universal Design", 2008: told apart by every eye.
COLOURS = {
    "nastavnik": "#0072b2",
    "scipy": "#e69f00",
    "lap": "#009e73",
    "lapx": "#d55e00",
    "lapjv": "#cc79a7",
    "ortools": "#56b4e9",
    "glpk": "#e69f00",
    "highs": "#d55e00",
    "cbc": "#009e73",
    "cpsat": "#cc79a7",
    "cpsat-default": "#56b4e9",
    "pass": "#777777",
}
NAMES = {
    "nastavnik": "Nastavnik",
    "ortools": "OR-tools",
    "pass": "one pass: the limit",
    "glpk": "GLPK",
    "highs": "HiGHS",
    "cbc": "CBC",
    "cpsat": "CP-SAT, one worker",
    "cpsat-default": "CP-SAT, all workers",
}

SLOWER = "#b2182b"

Series = dict[str, list[tuple[float, float]]]


def draw_times(panels: dict[str, Series], axis: str) -> str:
    """Seconds over a size, a panel a family, all on the same axis of time."""
    columns = 2
    width, height, left, top, gap = 380, 290, 64, 76, 84
    row_count = max(1, -(-len(panels) // columns))
    picture = Picture(columns * (width + gap) + 8, top + row_count * (height + gap) - 30)
    points = [point for series in panels.values() for line in series.values() for point in line]
    present = [name for name in COLOURS if any(name in series for series in panels.values())]
    _legend(picture, left, 28, present)
    if not points:
        return str(picture)
    sizes, seconds = ([point[part] for point in points] for part in (0, 1))
    low, high = min(seconds) / 1.6, max(seconds) * 1.6
    for index, (title, series) in enumerate(panels.items()):
        x = left + index % columns * (width + gap)
        y = top + index // columns * (height + gap)
        # The same scales in all panels: equal slopes look equal.
        horizontal = LogScale(min(sizes) / 1.12, max(sizes) * 1.12, x, x + width)
        vertical = LogScale(low, high, y + height, y)
        _panel(picture, title, series, (x, y, width, height), horizontal, vertical, axis)
    return str(picture)


def _legend(picture: Picture, x: float, y: float, names: list[str]) -> None:
    for name in names:
        words = NAMES.get(name, name)
        _stroke(picture, name, [(x, y - 4), (x + 26, y - 4)])
        picture.text(x + 33, y, words, bold=name == "nastavnik")
        x += 33 + 7.2 * len(words) + 26


def _stroke(picture: Picture, name: str, points: list[tuple[float, float]]) -> None:
    is_ours = name == "nastavnik"
    picture.line(points, COLOURS[name], 3.2 if is_ours else 1.8, "5 5" if name == "pass" else "")
    if name != "pass":
        for x, y in points:
            picture.dot(x, y, 4.2 if is_ours else 3.2, COLOURS[name])


def _panel(
    picture: Picture,
    title: str,
    series: Series,
    frame: tuple[float, float, float, float],
    horizontal: LogScale,
    vertical: LogScale,
    axis: str,
) -> None:
    x, y, width, height = frame
    sizes = sorted({n for line in series.values() for n, _ in line})
    picture.text(x, y - 12, title, size=14, bold=True)
    for decade in vertical.decades():
        place = vertical(decade)
        picture.line([(x, place), (x + width, place)], GRID)
        picture.text(x - 8, place + 4, _seconds(decade), "end", 11)
    for n in sizes:
        place = horizontal(n)
        picture.line([(place, y), (place, y + height)], GRID)
        picture.text(place, y + height + 17, f"{n:,.0f}".replace(",", " "), "middle", 11)
    picture.text(x + width / 2, y + height + 35, axis, "middle", 11)
    picture.line([(x, y), (x, y + height), (x + width, y + height)], PALE)
    # Ours last, so that nothing lies over it.
    for name in [*(name for name in COLOURS if name != "nastavnik"), "nastavnik"]:
        if line := series.get(name):
            _stroke(picture, name, [(horizontal(n), vertical(seconds)) for n, seconds in line])


def _seconds(value: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= 0.999 * size:
            return f"{value / size:.0f} {unit}"
    return f"{value:.0e} s"


def draw_ratios(groups: list[list[tuple[str, float, str]]], title: str, note: str) -> str:
    """A peer's time ÷ ours, a bar an instance; left of the line the peer is faster."""
    left, top, width, step, gap = 300, 62, 520, 20, 8
    bottom = top + sum(step * len(bars) + gap for bars in groups)
    picture = Picture(left + width + 110, bottom + 44)
    picture.text(left, 24, title, size=14, bold=True)
    picture.text(left, 42, note, size=11)
    values = [value for bars in groups for _, value, _ in bars]
    if not values:
        return str(picture)
    low, high = min(0.8, min(values) / 1.2), max(2.0, max(values) * 1.15)
    scale = LogScale(low, high, left, left + width)
    for tick in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000):
        if low <= tick <= high:
            place = scale(tick)
            picture.line([(place, top - 6), (place, bottom)], GRID)
            picture.text(place, bottom + 18, f"{tick:g}×", "middle", 11)
    y = top
    for bars in groups:
        for label, value, peer in bars:
            start, end = sorted((scale(1.0), scale(value)))
            colour = COLOURS["nastavnik"] if value >= 1 else SLOWER
            picture.bar(start, y + 3, max(end - start, 1.5), step - 6, colour)
            picture.text(left - 10, y + 14, label, "end")
            picture.text(end + 6, y + 14, f"{times(value)} {peer}", size=11)
            y += step
        y += gap
    picture.line([(scale(1.0), top - 8), (scale(1.0), bottom + 4)], INK, 1.6)
    return str(picture)
