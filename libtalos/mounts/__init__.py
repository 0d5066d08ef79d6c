"""The mount table of a node: rows of what is wanted, a planner for what is missing, operations that do it.

init brings about the rows that nothing runs without, the filesystem component all others:

    table = load()
    for step in carry_out(table.owned_by(Owner.INIT), look=View.take, facts=Facts()):
        log.info(step.describe())
"""

from libtalos.mounts.carryout import StepError, carry_out, take_down
from libtalos.mounts.facts import Facts
from libtalos.mounts.operations import Operation
from libtalos.mounts.planner import missing, plan, plan_rows
from libtalos.mounts.rows import Owner
from libtalos.mounts.table import DEFAULT_PATH, MountTable, TableError, load, parse
from libtalos.mounts.view import View

__all__ = [
    "DEFAULT_PATH",
    "Facts",
    "MountTable",
    "Operation",
    "Owner",
    "StepError",
    "TableError",
    "View",
    "carry_out",
    "load",
    "missing",
    "parse",
    "plan",
    "plan_rows",
    "take_down",
]
