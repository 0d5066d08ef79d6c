"""Plans and trials as messages of talos.network.v1, and what goes wrong with them as errors of the bus."""

from __future__ import annotations

import contextlib
import datetime as dt
from typing import TYPE_CHECKING

from libtalos.bus.errors import FailedPreconditionError, InternalError, InvalidArgumentError
from libtalos.config.errors import ConfigError
from libtalos.gen.talos.network.v1 import (
    ApplyRequest,
    ApplyResponse,
    Operation,
    PlanResponse,
    RevertResponse,
    Trial,
    TrialEvent,
)
from services.network.trial.trials import KeepError, TrialError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from services.network.links.plan import Lack
    from services.network.problem import Problem
    from services.network.trial.trials import Draft, Result, State, Told

LONGEST = dt.timedelta(hours=1)


@contextlib.contextmanager
def on_the_bus() -> Iterator[None]:
    """Raise what goes wrong as an error of the bus."""
    try:
        yield
    except ConfigError as error:
        raise InvalidArgumentError(f"the config cannot be used: {error}") from error
    except TrialError as error:
        raise FailedPreconditionError(str(error)) from error
    except OSError as error:
        raise InternalError(f"cannot read the kernel's network state: {error}") from error
    except KeepError as error:
        raise InternalError(str(error)) from error


def read_timeout(message: ApplyRequest) -> float | None:
    """Return the confirm timeout in seconds; raises InvalidArgumentError."""
    if message.confirm_timeout is None:
        return None
    if not message.config:
        raise InvalidArgumentError("confirm_timeout is for a config that is tried: give one")
    if not dt.timedelta() < message.confirm_timeout <= LONGEST:
        raise InvalidArgumentError(f"confirm_timeout: {message.confirm_timeout} is not between 0 and {LONGEST}")
    return message.confirm_timeout.total_seconds()


def plan_response(draft: Draft, state: State | None) -> PlanResponse:
    """Return a plan."""
    planned = draft.planned
    due = (*(each.describe() for each in (*planned.operations, *draft.filtering)), *planned.changes)
    operations = [Operation(description=each) for each in due]
    return PlanResponse(
        id=draft.id,
        operations=[*operations, *_waiting(planned.missing), *_wrong(planned.problems)],
        trial=_trial(state),
    )


def apply_response(result: Result, state: State | None) -> ApplyResponse:
    """Return what was done."""
    return ApplyResponse(operations=_operations(result), trial=_trial(state))


def revert_response(result: Result) -> RevertResponse:
    """Return what was done to have what was before."""
    return RevertResponse(id=result.plan, operations=_operations(result))


def trial_event(told: Told) -> TrialEvent:
    """Return the event."""
    return TrialEvent(id=told.plan, action=told.action, reason=told.reason, error=told.error)


def _trial(state: State | None) -> Trial | None:
    if state is None:
        return None
    remaining = None if state.remaining is None else dt.timedelta(seconds=state.remaining)
    return Trial(id=state.plan, confirmed=remaining is None, remaining=remaining, operations=list(state.operations))


def _operations(result: Result) -> list[Operation]:
    report, outcome = result.report, result.outcome
    done = [Operation(description=each.operation.describe(), error=each.error) for each in report.done]
    filtered = [Operation(description=each.describe()) for each in outcome.done]
    failed = [Operation(description="keep the firewall", error=outcome.error)] if outcome.error else []
    return [*done, *filtered, *failed, *_waiting(report.missing), *_wrong(report.problems)]


def _waiting(links: Iterable[Lack]) -> list[Operation]:
    return [
        Operation(description=f"wait for link {each.name}", error=f"there is no link {each.name} yet ({each.where})")
        for each in links
    ]


def _wrong(problems: Iterable[Problem]) -> list[Operation]:
    return [Operation(description=f"use {each.where}", error=each.text) for each in problems]
