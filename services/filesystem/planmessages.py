"""The messages of talos.filesystem.v1 about the mount table."""

from collections.abc import Sequence

from libtalos.gen.talos.filesystem.v1 import PlanResponse, PlanRow, TreeRepairEvent
from libtalos.mounts import Operation, Owner
from libtalos.mounts.declared import declared
from libtalos.mounts.rows import AnyRow
from services.filesystem.tree import Repair


def plan_response(rows: Sequence[tuple[AnyRow, Sequence[Operation]]]) -> PlanResponse:
    """Return all rows with what they still need, and what this component would do about its own."""
    own = [step.describe() for row, steps in rows if row.owner is Owner.FILESYSTEM for step in steps]
    return PlanResponse(operations=own, rows=[_row(row, steps) for row, steps in rows])


def repair_event(repair: Repair) -> TreeRepairEvent:
    """Return the event of a repair."""
    said = declared(repair.row)
    return TreeRepairEvent(target=said.target, kind=said.kind, steps=list(repair.steps), error=repair.error)


def _row(row: AnyRow, steps: Sequence[Operation]) -> PlanRow:
    said = declared(row)
    return PlanRow(
        kind=said.kind,
        source=said.source,
        target=said.target,
        type=said.type,
        options=list(said.options),
        mode=said.mode or 0,
        uid=said.uid,
        gid=said.gid,
        component=row.owner.value,
        steps=[step.describe() for step in steps],
    )
