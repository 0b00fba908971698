"""Results as files of text: CSV of dataclasses, and Markdown between the markers of a page."""

import csv
import math
from dataclasses import asdict, fields
from pathlib import Path

# Times in seconds and their ratios stay below.
EXACT_FROM = 1e5


def write_csv(rows: list, kind: type, file: Path) -> None:
    """Writes instances of a dataclass, one line each."""
    with file.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, [field.name for field in fields(kind)], lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({name: _text(value) for name, value in asdict(row).items()})


def read_csv(kind: type, file: Path) -> list:
    """Reads them back: the annotations of the dataclass say what the texts mean."""
    with file.open(newline="") as stream:
        return [_parsed(kind, line) for line in csv.DictReader(stream)]


def _text(value: object) -> object:
    if not isinstance(value, float):
        return value
    # Times are noise beyond six digits; values of an objective are not.
    return f"{value:.6g}" if abs(value) < EXACT_FROM else f"{value:.15g}"


def _parsed(kind: type, line: dict[str, str]) -> object:
    values: dict[str, object] = {}
    for field in fields(kind):
        text = line[field.name]
        if field.type is bool:
            values[field.name] = text == "True"
        elif field.type in (int, str):
            values[field.name] = field.type(text)
        elif field.type == int | None:
            values[field.name] = int(text) if text else None
        else:
            values[field.name] = float(text) if text else None
    return kind(**values)


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


def times(value: float) -> str:
    """A ratio in two or three digits."""
    digits = 0 if value >= 9.95 else 1 if value >= 0.995 else 2
    return f"{value:.{digits}f}×"


def table(head: list[str], lines: list[list[str]]) -> str:
    ruler = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join(f"| {' | '.join(line)} |" for line in [head, ruler, *lines])


def insert(page: Path, mark: str, text: str) -> None:
    """Replaces what stands between the two markers of a page."""
    begin, end = f"<!-- {mark}: generated -->", f"<!-- {mark}: end -->"
    before, _, rest = page.read_text().partition(begin)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"{page} has no place for {mark}")
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}")
