"""Doing a plan and looking whether it took."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from services.network.operations import Bulk
from services.network.plan import Plan, make_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from services.network.kernel import Kernel
    from services.network.layers.contribution import Merged
    from services.network.ledger import Ledger
    from services.network.operations import Operation
    from services.network.state import Seen

# Removing an IPv4 address can take others with it, a link that goes down its routes; what a bond has in another mode
# is seen in that mode only. Putting these right is the second round, and two are spare.
_ROUNDS = 4


class Done(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An operation that was tried; error is empty if it worked, changed is false if there was nothing to do."""

    operation: Operation
    error: str = ""
    changed: bool = False


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a convergence did and what is left: rest has what the kernel still lacks afterwards."""

    done: tuple[Done, ...]
    seen: Seen
    rest: Plan
    ledger: Ledger

    @property
    def failed(self) -> tuple[Done, ...]:
        """The operations that are still due, each with the error of its last try."""
        # by their words: what a link has besides what is to change can be another thing by now
        errors = {each.operation.describe(): each.error for each in self.done}
        lost = "the kernel took it and does not have it"
        return tuple(Done(operation=each, error=errors.get(each.describe()) or lost) for each in self.rest.operations)


def converge(kernel: Kernel, wanted: Merged, ledger: Ledger) -> Outcome:
    """Plan, apply and read back until nothing is left to do or nothing helps; raises OSError if reading fails."""
    done: list[Done] = []
    seen = kernel.read()
    plan = make_plan(wanted, seen, ledger)
    for _ in range(_ROUNDS):
        tried = apply(kernel, plan.operations)
        done.extend(tried)
        seen = kernel.read() if tried else seen
        claimed = ledger.claim(wanted, seen)
        if tried or claimed != ledger:
            ledger, plan = claimed, make_plan(wanted, seen, claimed)
        if all(each.error for each in tried):
            break
    return Outcome(done=tuple(done), seen=seen, rest=plan, ledger=ledger)


def apply(kernel: Kernel, operations: Sequence[Operation]) -> list[Done]:
    """Do operations in order. One that fails does not keep the others back: half a network beats none.

    Of a kind that can be done many at once, those that follow each other are.
    """
    runs = (tuple(run) for _, run in groupby(operations, key=type))
    return [done for run in runs for done in _try_run(kernel, run)]


def revert(kernel: Kernel, done: Sequence[Done]) -> None:
    """Undo what worked, last first; raises OSError."""
    for each in reversed(done):
        if each.changed:
            each.operation.undo(kernel)


def _try_run(kernel: Kernel, run: Sequence[Operation]) -> list[Done]:
    kind = type(run[0])
    if not issubclass(kind, Bulk):
        return [_try(kernel, each) for each in run]
    results = kind.execute_all(run, kernel)
    return [_done(operation, result) for operation, result in zip(run, results, strict=True)]


def _try(kernel: Kernel, operation: Operation) -> Done:
    try:
        return _done(operation, operation.execute(kernel))
    except OSError as error:
        return _done(operation, error)


def _done(operation: Operation, result: bool | OSError) -> Done:
    if isinstance(result, OSError):
        return Done(operation=operation, error=result.strerror or str(result))
    return Done(operation=operation, changed=result)
