"""HiGHS as a peer: its defaults, one thread, and no gap left."""

import highspy
import numpy as np

from answers import Answer, Limit, Run
from program import Program


def prepare(program: Program, limit: Limit) -> Run:
    highs = highspy.Highs()
    for name, value in {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "time_limit": limit.wall_seconds,
        "mip_rel_gap": 0.0,
    }.items():
        highs.setOptionValue(name, value)
    highs.passModel(_model(program))

    def watch(event: highspy.HighsCallbackEvent) -> None:
        if limit.has_passed:
            event.interrupt()

    highs.cbMipInterrupt += watch
    return highs.run, lambda _: _answer(highs)


def _model(program: Program) -> highspy.HighsLp:
    starts, rows, values = program.by_column()
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = program.column_count, program.row_count
    model.col_cost_ = program.objective.astype(float)
    model.col_lower_, model.col_upper_ = program.column_lower, program.column_upper
    model.row_lower_, model.row_upper_ = program.row_lower, program.row_upper
    kind = highspy.ObjSense
    model.sense_ = kind.kMaximize if program.is_maximised else kind.kMinimize
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = starts.astype(np.int32)
    model.a_matrix_.index_ = rows.astype(np.int32)
    model.a_matrix_.value_ = values.astype(float)
    model.integrality_ = [highspy.HighsVarType.kInteger] * program.column_count
    return model


def _answer(highs: highspy.Highs) -> Answer:
    info, state = highs.getInfo(), highs.getModelStatus()
    if state == highspy.HighsModelStatus.kInfeasible:
        return Answer("infeasible")
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Answer("unknown", bound=info.mip_dual_bound)
    is_optimal = state == highspy.HighsModelStatus.kOptimal
    values = np.array(highs.getSolution().col_value)
    return Answer("optimal" if is_optimal else "feasible", values, info.mip_dual_bound)
