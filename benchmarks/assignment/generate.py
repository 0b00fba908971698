"""Writes instances of the benchmark as .npy files.

python generate.py --seed 7 --out FOLDER uniform 1000 1000
"""

import argparse
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from instances import FAMILIES, Instance

ROWS_AT_ONCE = 512
FEATURES = 16
# A feature is a byte, so that a sum of 16 differences needs two.
LARGEST_FEATURE = 255

Rows = Callable[[slice], NDArray]


def write(instance: Instance, seed: int, folder: Path) -> None:
    """Writes the files of an instance; equal seeds give equal files."""
    family = zlib.crc32("-".join(instance.group).encode())
    rng = np.random.default_rng([seed, family, instance.m, instance.n])
    if instance.family == "sparse":
        arrays = _sparse(rng, instance.n, instance.pairs_a_row)
    elif instance.family == "profiles":
        arrays = _profiles(rng, instance.m, instance.n)
    else:
        arrays = {"capacities": _capacities(rng, instance)} if instance.is_capacitated else {}
        _write_matrix(instance, _matrix(rng, instance), folder)
    for part, array in arrays.items():
        np.save(folder / instance.file(part), array)


def delete(instance: Instance, folder: Path) -> None:
    for file in folder.glob(f"{instance.name}.*.npy"):
        file.unlink()


def _write_matrix(instance: Instance, rows: Rows, folder: Path) -> None:
    """Writes block after block: a matrix of 10000 × 10000 never stands in memory whole."""
    parts = {"costs": np.dtype(np.float64 if instance.cells == "double" else np.int32)}
    if instance.has_narrow_cells:
        parts["bytes"] = np.dtype(np.uint8)
    files = {
        part: np.lib.format.open_memmap(
            folder / instance.file(part), mode="w+", dtype=dtype, shape=(instance.m, instance.n)
        )
        for part, dtype in parts.items()
    }
    for start in range(0, instance.m, ROWS_AT_ONCE):
        block = slice(start, min(start + ROWS_AT_ONCE, instance.m))
        costs = rows(block)
        for file in files.values():
            file[block] = costs


def _matrix(rng: Generator, instance: Instance) -> Rows:
    m, n = instance.m, instance.n
    match instance.family:
        case "uniform":
            return lambda rows: rng.integers(1, 10**6 + 1, (rows.stop - rows.start, n), np.int32)
        case "ties":
            return lambda rows: rng.integers(0, 6, (rows.stop - rows.start, n), np.int32)
        case "double":
            return lambda rows: rng.random((rows.stop - rows.start, n))
        case "machol-wien":
            return lambda rows: np.outer(np.arange(rows.start, rows.stop) + 1, np.arange(n) + 1)
        case "geometric":
            return _distances(rng.random((m, 8)), rng.random((n, 8)))
        case "questionnaire":
            return _questionnaires(rng, m, n)
    raise ValueError(instance.family)


def _distances(a: NDArray, b: NDArray) -> Rows:
    """Euclidean distances, in millionths."""
    squares = (b * b).sum(1)

    def rows(block: slice) -> NDArray:
        own = a[block]
        square = (own * own).sum(1)[:, None] + squares - 2 * own @ b.T
        return np.rint(np.sqrt(np.maximum(square, 0)) * 1e6)

    return rows


def _questionnaires(rng: Generator, m: int, n: int, items: int = 12, kinds: int = 6) -> Rows:
    """Answers 1..5 around those of a few kinds of people; costs are the sums of differences."""
    centres = rng.integers(1, 6, (kinds, items))

    def people(count: int) -> NDArray:
        answers = centres[rng.integers(0, kinds, count)] + rng.integers(-1, 2, (count, items))
        return np.clip(answers, 1, 5).astype(np.int8)

    mentees, mentors = people(m), people(n)

    def rows(block: slice) -> NDArray:
        costs = np.zeros((block.stop - block.start, n), np.int8)
        for own, other in zip(mentees[block].T, mentors.T, strict=True):
            costs += np.abs(own[:, None] - other)
        return costs

    return rows


def _capacities(rng: Generator, instance: Instance) -> NDArray:
    capacities = rng.integers(2, 7, instance.n)
    if capacities.sum() < instance.m:
        raise ValueError(f"{instance.name}: too few places; take another seed")
    return capacities


def _sparse(rng: Generator, n: int, pairs_a_row: int) -> dict[str, NDArray]:
    """Random pairs, and a hidden permutation so that everybody can be matched."""
    columns = np.hstack(
        [rng.integers(0, n, (n, pairs_a_row - 1)), rng.permutation(n)[:, None]], dtype=np.int64
    )
    places = np.unique(np.arange(n)[:, None] * n + columns)
    starts = np.searchsorted(places, np.arange(n + 1) * n)
    return {
        "starts": starts,
        "columns": places % n,
        "costs": rng.integers(1, 10**6 + 1, len(places), np.int32),
    }


def _profiles(rng: Generator, m: int, n: int) -> dict[str, NDArray]:
    def people(count: int) -> NDArray:
        return rng.integers(0, LARGEST_FEATURE + 1, (count, FEATURES), np.int32)

    return {"mentees": people(m), "mentors": people(n)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("family", choices=FAMILIES)
    parser.add_argument("m", type=int, help="mentees: rows")
    parser.add_argument("n", type=int, help="mentors: columns")
    parser.add_argument("--capacitated", action="store_true", help="capacities of 2 to 6")
    parser.add_argument("--pairs-a-row", type=int, default=10, help="of the sparse family")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path("."))
    options = parser.parse_args()
    pairs = options.pairs_a_row if options.family == "sparse" else 0
    instance = Instance(options.family, options.m, options.n, options.capacitated, pairs)
    options.out.mkdir(parents=True, exist_ok=True)
    write(instance, options.seed, options.out)
    print(instance.command())


if __name__ == "__main__":
    main()
