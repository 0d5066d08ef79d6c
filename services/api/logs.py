"""The logs of all supervisors, by upstream's rules."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Protocol

import structlog

from libtalos.bus.errors import DeadlineExceededError, NotFoundError, UnavailableError
from libtalos.resources.backoff import Backoff, BackoffPolicy
from services.api.asking import ComponentName, ask_all, find_owner

# upstream's name of what the node itself runs (constants.SystemContainerdNamespace); empty means the same here
SYSTEM = "system"


class LogKeeper(Protocol):
    """A component that keeps logs. All methods raise BusError."""

    async def logs(self) -> Sequence[str]:
        """The names of the kept logs."""
        ...

    def stream_log(self, log_id: str, *, follow: bool, tail_lines: int) -> AsyncIterator[bytes]:
        """A log in whole lines: the last tail_lines (negative: all), then, with follow, what is new."""
        ...


class Logs:
    """Every kept log of the node. patience is how long one component may take to answer, in seconds."""

    def __init__(
        self,
        *,
        keepers: Mapping[ComponentName, LogKeeper],
        patience: float,
        backoff: BackoffPolicy,
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        self._keepers = keepers
        self._patience = patience
        self._backoff = backoff
        self._log = log

    async def list(self) -> list[str]:
        """Return the names of all logs, sorted."""
        answers = await ask_all(self._keepers, lambda keeper: keeper.logs(), patience=self._patience)
        for name, error in answers.failed.items():
            self._log.warning("component does not tell its logs", peer=name, error=error.message)
        if not answers.given:
            raise next(iter(answers.failed.values()))
        return sorted({log_id for log_ids in answers.given.values() for log_id in log_ids})

    async def stream(self, log_id: str, *, follow: bool, tail_lines: int) -> AsyncIterator[bytes]:
        """Yield a log in whole lines. With follow, a restart of its keeper is a pause.

        Raises NotFoundError, in upstream's words, if nobody keeps a log of that name.
        """
        keeper = self._keepers[await self._keeper(log_id)]
        backoff = Backoff(self._backoff)
        while True:
            try:
                async for lines in keeper.stream_log(log_id, follow=follow, tail_lines=tail_lines):
                    backoff.succeeded()
                    yield lines
            except (UnavailableError, DeadlineExceededError):
                if not follow:
                    raise
            if not follow:
                return
            # what was kept has been sent already
            tail_lines = 0
            await backoff.wait()

    async def _keeper(self, log_id: str) -> ComponentName:
        async def keeps(keeper: LogKeeper) -> bool:
            return log_id in await keeper.logs()

        found = await find_owner(self._keepers, keeps, patience=self._patience)
        if found is None:
            raise NotFoundError(f'log "{log_id}" was not registered')
        return found


def check_namespace(namespace: str, log_id: str) -> None:
    """Raise NotFoundError unless this is a log that the node itself keeps: of namespace "system", or the kubelet's."""
    if namespace not in {"", SYSTEM} and log_id != "kubelet":
        raise NotFoundError(
            f'container "{log_id}" not found in namespace "{namespace}": this node keeps the logs of its services '
            f'(namespace "{SYSTEM}"; list them with LogsContainers)'
        )
