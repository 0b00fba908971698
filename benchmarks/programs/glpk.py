"""GLPK as a peer: the library below ours, asked directly, with its presolver and MIR cuts.

Its other cuts and heuristics are off, as they are by default. It minds its time limit in the tree
alone: in the root relaxation the driver has to stop it.
"""

import ctypes
import ctypes.util

import numpy as np

from answers import Answer, Limit, Run
from program import Program

POINTER, DOUBLE, INT = ctypes.c_void_p, ctypes.c_double, ctypes.c_int
CALLBACK = ctypes.CFUNCTYPE(None, POINTER, POINTER)

# Names of glpk.h.
MIN, MAX, INTEGER, ON, OFF = 1, 2, 2, 1, 0
FREE, LOWER, UPPER, DOUBLE_BOUNDED, FIXED = 1, 2, 3, 4, 5
FEASIBLE, NO_FEASIBLE, OPTIMAL = 2, 4, 5
NO_PRIMAL_FEASIBLE = 0x0A
SILENT = 0


class Parameters(ctypes.Structure):
    """`glp_iocp` of GLPK 5.0."""

    _fields_ = [
        *((name, INT) for name in ("msg_lev", "br_tech", "bt_tech")),
        *((name, DOUBLE) for name in ("tol_int", "tol_obj")),
        *((name, INT) for name in ("tm_lim", "out_frq", "out_dly")),
        ("cb_func", CALLBACK),
        ("cb_info", POINTER),
        *((name, INT) for name in ("cb_size", "pp_tech")),
        ("mip_gap", DOUBLE),
        *((name, INT) for name in ("mir_cuts", "gmi_cuts", "cov_cuts", "clq_cuts")),
        *((name, INT) for name in ("presolve", "binarize", "fp_heur", "ps_heur")),
        *((name, INT) for name in ("ps_tm_lim", "sr_heur", "use_sol")),
        ("save_sol", ctypes.c_char_p),
        *((name, INT) for name in ("alien", "flip")),
        ("reserved", DOUBLE * 24),
    ]


def _library() -> ctypes.CDLL:
    name = ctypes.util.find_library("glpk")
    if name is None:
        raise OSError("no library of GLPK")
    library = ctypes.CDLL(name)
    for function in ("glp_create_prob", "glp_version"):
        getattr(library, function).restype = POINTER
    library.glp_version.restype = ctypes.c_char_p
    for function in ("glp_mip_col_val", "glp_ios_node_bound"):
        getattr(library, function).restype = DOUBLE
    return library


def version() -> str:
    return _library().glp_version().decode()


def prepare(program: Program, limit: Limit) -> Run:
    library = _library()
    library.glp_term_out(OFF)
    model = POINTER(library.glp_create_prob())
    _fill(library, model, program)
    bounds: list[float] = []

    def watch(tree: int, _: int) -> None:
        if node := library.glp_ios_best_node(POINTER(tree)):
            bounds[:] = [library.glp_ios_node_bound(POINTER(tree), node)]
        if limit.has_passed:
            library.glp_ios_terminate(POINTER(tree))

    parameters = Parameters()
    library.glp_init_iocp(ctypes.byref(parameters))
    parameters.msg_lev = SILENT
    parameters.presolve = parameters.mir_cuts = ON
    parameters.tm_lim = int(1000 * limit.wall_seconds)
    parameters.cb_func = CALLBACK(watch)
    return (
        lambda: library.glp_intopt(model, ctypes.byref(parameters)),
        lambda code: _answer(library, model, program, code, bounds, parameters),
    )


def _fill(library: ctypes.CDLL, model: POINTER, program: Program) -> None:
    library.glp_set_obj_dir(model, MAX if program.is_maximised else MIN)
    library.glp_add_rows(model, program.row_count)
    library.glp_add_cols(model, program.column_count)
    for row, (low, high) in enumerate(zip(program.row_lower, program.row_upper, strict=True), 1):
        library.glp_set_row_bnds(model, row, _kind(low, high), DOUBLE(low), DOUBLE(high))
    columns = zip(program.objective, program.column_lower, program.column_upper, strict=True)
    for column, (coefficient, low, high) in enumerate(columns, 1):
        library.glp_set_col_kind(model, column, INTEGER)
        library.glp_set_col_bnds(model, column, _kind(low, high), DOUBLE(low), DOUBLE(high))
        library.glp_set_obj_coef(model, column, DOUBLE(coefficient))
    # It counts from one.
    rows, columns = ((it + 1).astype(np.int32) for it in (program.rows, program.columns))
    entries = [np.concatenate([[0], it]).astype(it.dtype) for it in (rows, columns)]
    values = np.concatenate([[0.0], program.values])
    library.glp_load_matrix(
        model, len(program.values), *(POINTER(it.ctypes.data) for it in (*entries, values))
    )


def _kind(low: float, high: float) -> int:
    if low == high:
        return FIXED
    if np.isinf(low):
        return FREE if np.isinf(high) else UPPER
    return LOWER if np.isinf(high) else DOUBLE_BOUNDED


def _answer(
    library: ctypes.CDLL,
    model: POINTER,
    program: Program,
    code: int,
    bounds: list[float],
    parameters: Parameters,
) -> Answer:
    # Kept until here, for GLPK holds its address.
    parameters.cb_func = CALLBACK()
    try:
        status = library.glp_mip_status(model)
        if code == NO_PRIMAL_FEASIBLE or status == NO_FEASIBLE:
            return Answer("infeasible")
        bound = bounds[0] if bounds else None
        if status not in (FEASIBLE, OPTIMAL):
            return Answer("unknown", bound=bound)
        columns = range(1, program.column_count + 1)
        values = np.array([library.glp_mip_col_val(model, column) for column in columns])
        if status == OPTIMAL:
            return Answer("optimal", values, float(program.objective @ np.rint(values)))
        return Answer("feasible", values, bound)
    finally:
        library.glp_delete_prob(model)
