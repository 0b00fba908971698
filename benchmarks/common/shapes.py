"""Shapes of a picture in SVG, and logarithmic axes."""

import math
from html import escape

INK, PALE, GRID = "#222222", "#666666", "#e4e4e4"


class Picture:
    """Shapes in the order they are painted."""

    def __init__(self, width: float, height: float) -> None:
        self._size = (width, height)
        self._parts: list[str] = []

    def line(self, points: list[tuple[float, float]], colour: str, width=1.0, dash="") -> None:
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"'
            f' stroke-linejoin="round" stroke-linecap="round"{dashes}/>'
        )

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        self._parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{colour}" stroke="white"/>'
        )

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' rx="2" fill="{colour}"/>'
        )

    def text(self, x: float, y: float, words: str, anchor="start", size=12, bold=False) -> None:
        weight = ' font-weight="600"' if bold else ""
        colour = INK if bold or size >= 12 else PALE
        self._parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}"'
            f' fill="{colour}"{weight}>{escape(words)}</text>'
        )

    def __str__(self) -> str:
        width, height = self._size
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
                f' width="{width:.0f}" height="{height:.0f}"'
                ' font-family="Helvetica, Arial, DejaVu Sans, sans-serif">',
                '<rect width="100%" height="100%" fill="white"/>',
                *self._parts,
                "</svg>\n",
            ]
        )


class LogScale:
    """Where a value stands between two places, by its logarithm."""

    def __init__(self, least: float, most: float, start: float, end: float) -> None:
        self.least, self.most = least, most
        self._start, self._length = start, end - start

    def __call__(self, value: float) -> float:
        part = math.log(value / self.least) / math.log(self.most / self.least)
        return self._start + part * self._length

    def decades(self) -> list[float]:
        first = math.ceil(math.log10(self.least) - 1e-9)
        last = math.floor(math.log10(self.most) + 1e-9)
        return [10.0**power for power in range(first, last + 1)]
