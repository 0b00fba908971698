"""CBC as a peer, through its C interface: its defaults, one thread, and no gap left.

The library comes with the package `cylp`, whose own interface hides the bound.
"""

import ctypes
from importlib import metadata, util
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from answers import Answer, Limit, Run
from program import Program

POINTER, DOUBLE, INT = ctypes.c_void_p, ctypes.c_double, ctypes.c_int
CREDIBLE_SHARE = 0.9


def _library() -> ctypes.CDLL:
    package = Path(util.find_spec("cylp").origin).parents[1]
    file = next((package / "cylp.libs").glob("libCbcSolver*"), None)
    if file is None:
        raise OSError("cylp brings no library of CBC")
    library = ctypes.CDLL(str(file))
    for name, result, arguments in (
        ("Cbc_getVersion", ctypes.c_char_p, []),
        ("Cbc_newModel", POINTER, []),
        ("Cbc_deleteModel", None, [POINTER]),
        ("Cbc_loadProblem", None, [POINTER, INT, INT, *[POINTER] * 8]),
        ("Cbc_setInteger", None, [POINTER, INT]),
        ("Cbc_setParameter", None, [POINTER, ctypes.c_char_p, ctypes.c_char_p]),
        ("Cbc_solve", INT, [POINTER]),
        ("Cbc_isProvenOptimal", INT, [POINTER]),
        ("Cbc_isProvenInfeasible", INT, [POINTER]),
        ("Cbc_numberSavedSolutions", INT, [POINTER]),
        ("Cbc_getBestPossibleObjValue", DOUBLE, [POINTER]),
        ("Cbc_getColSolution", ctypes.POINTER(DOUBLE), [POINTER]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def version() -> str:
    return f"{_library().Cbc_getVersion().decode()} of cylp {metadata.version('cylp')}"


def prepare(program: Program, limit: Limit) -> Run:
    library = _library()
    model = library.Cbc_newModel()
    # It minimises: a maximum is the least of the negated objective.
    sign = -1.0 if program.is_maximised else 1.0
    starts, rows, values = program.by_column()
    arrays = [
        *(it.astype(np.int32) for it in (starts, rows)),
        *(
            it.astype(float)
            for it in (
                values,
                program.column_lower,
                program.column_upper,
                sign * program.objective,
                program.row_lower,
                program.row_upper,
            )
        ),
    ]
    library.Cbc_loadProblem(
        model, program.column_count, program.row_count, *(_address(it) for it in arrays)
    )
    for column in range(program.column_count):
        library.Cbc_setInteger(model, column)
    for name, value in {
        "seconds": f"{limit.seconds:g}",
        "timeMode": "cpu",
        "ratioGap": "0",
        "log": "0",
        "slog": "0",
    }.items():
        library.Cbc_setParameter(model, name.encode(), value.encode())

    def call() -> bool:
        library.Cbc_solve(model)
        return limit.used > CREDIBLE_SHARE * limit.seconds

    def read(is_late: bool) -> Answer:
        answer = _answer(library, model, program, sign)
        # Where the limit comes during its preprocessing it says infeasible, and is not believed.
        return Answer("unknown") if answer.status == "infeasible" and is_late else answer

    return call, read


def _address(array: NDArray) -> int:
    return array.ctypes.data


def _answer(library: ctypes.CDLL, model: int, program: Program, sign: float) -> Answer:
    try:
        bound = sign * library.Cbc_getBestPossibleObjValue(model)
        if library.Cbc_isProvenInfeasible(model):
            return Answer("infeasible")
        if not library.Cbc_numberSavedSolutions(model):
            return Answer("unknown", bound=bound)
        values = np.ctypeslib.as_array(
            library.Cbc_getColSolution(model), (program.column_count,)
        ).copy()
        is_optimal = library.Cbc_isProvenOptimal(model)
        return Answer("optimal" if is_optimal else "feasible", values, bound)
    finally:
        library.Cbc_deleteModel(model)
