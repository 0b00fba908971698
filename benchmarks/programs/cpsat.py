"""CP-SAT as a peer, through the linear front end of OR-tools, which reads a matrix at once."""

from threading import Event, Thread

import numpy as np
from ortools.linear_solver.python.model_builder_helper import (
    ModelBuilderHelper,
    ModelSolverHelper,
    SolveStatus,
)
from scipy.sparse import csr_matrix

from answers import Answer, Limit, Run
from program import Program

WATCH_SECONDS = 0.05


def prepare(program: Program, limit: Limit, workers: int | None) -> Run:
    """`workers`: `None` leaves the choice to the solver."""
    shape = (program.row_count, program.column_count)
    matrix = csr_matrix((program.values.astype(float), program.columns, program.starts), shape)
    model = ModelBuilderHelper()
    model.fill_model_from_sparse_data(
        program.column_lower,
        program.column_upper,
        program.objective.astype(float),
        program.row_lower,
        program.row_upper,
        matrix,
    )
    for column in range(program.column_count):
        model.set_var_integrality(column, True)
    model.set_maximize(program.is_maximised)
    solver = ModelSolverHelper("sat")
    solver.set_time_limit_in_seconds(limit.wall_seconds)
    if workers:
        solver.set_solver_specific_parameters(f"num_workers:{workers}")
    return lambda: _solve(solver, model, limit), lambda _: _answer(solver)


def _solve(solver: ModelSolverHelper, model: ModelBuilderHelper, limit: Limit) -> None:
    """It knows wall time alone, so a thread looks at the processor's and interrupts it."""
    is_done = Event()

    def watch() -> None:
        while not is_done.wait(WATCH_SECONDS):
            if limit.has_passed:
                solver.interrupt_solve()

    watcher = Thread(target=watch)
    watcher.start()
    try:
        solver.solve(model)
    finally:
        is_done.set()
        watcher.join()


def _answer(solver: ModelSolverHelper) -> Answer:
    status = SolveStatus(solver.status())
    if status == SolveStatus.INFEASIBLE:
        return Answer("infeasible")
    if not solver.has_solution():
        return Answer("unknown")
    is_optimal = status == SolveStatus.OPTIMAL
    values = np.array(solver.variable_values())
    bound = solver.best_objective_bound()
    return Answer("optimal" if is_optimal else "feasible", values, bound)
