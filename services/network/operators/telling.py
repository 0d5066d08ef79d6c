"""Telling what operators do: as resources, and in the log once for each change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from libtalos.resources.definitions.operators import OperatorStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from structlog.stdlib import BoundLogger

    from services.network.operators.running import Told

_WITHOUT_DIGITS = str.maketrans("", "", "0123456789")


class Store(Protocol):
    """What this needs of a resource store."""

    def replace(self, spec_class: type[OperatorStatus], specs: Mapping[str, OperatorStatus], /) -> None:
        """Make these the resources of a type."""


class Teller:
    """Tells everybody who asks."""

    def __init__(self, *, store: Store, log: BoundLogger) -> None:
        """Tell a store and a log."""
        self._store = store
        self._log = log
        self._told: dict[str, OperatorStatus] = {}

    def tell(self, told: Mapping[str, Told]) -> None:
        """Take what all operators do."""
        statuses = {key: _status(each) for key, each in told.items()}
        if statuses == self._told:
            return
        before, self._told = self._told, statuses
        self._store.replace(OperatorStatus, statuses)
        for key, status in statuses.items():
            self._log_change(key, before.get(key), status)
        for key in sorted(before.keys() - statuses.keys()):
            self._log.info(f"{key}: stopped")

    def _log_change(self, key: str, before: OperatorStatus | None, now: OperatorStatus) -> None:
        held = "" if before is None else before.address
        if now.address != held:
            text = f"has {now.address} of {now.server} for {now.lease_seconds} s" if now.address else f"lost {held}"
            self._log.info(f"{key}: {text}")
        # "no answer for 4 s", then 12, then 28: one line is enough
        if now.error and (before is None or _kind(now.error) != _kind(before.error)):
            self._log.warning(f"{key}: {now.error}")
        elif not now.error and before is not None and before.error:
            self._log.info(f"{key}: {now.state}")


def _kind(error: str) -> str:
    return error.translate(_WITHOUT_DIGITS)


def _status(told: Told) -> OperatorStatus:
    lease = told.lease
    return OperatorStatus(
        operator=told.operator,
        link_name=told.link,
        state=told.status.state,
        error=told.status.error,
        address="" if lease is None else str(lease.address),
        server="" if lease is None else lease.server,
        lease_seconds=0 if lease is None else round(lease.expires_at - lease.asked_at),
    )
