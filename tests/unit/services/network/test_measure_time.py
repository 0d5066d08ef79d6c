"""Asking a time server over the contract."""

from __future__ import annotations

import datetime as dt

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError, InvalidArgumentError, UnavailableError
from libtalos.gen.talos.network.v1 import MeasureTimeRequest
from services.network.rpc import NetworkRpc
from services.network.timesync.packet import RefusalError
from services.network.timesync.sample import Sample


class Servers:
    """A server that says it is a quarter of a second later, or what is raised instead."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error

    async def measure(self, server: str) -> Sample:
        """Answer."""
        if self.error is not None:
            raise self.error
        local = 1_767_225_600_000_001_000
        return Sample(server=server or "default", offset=0.25, delay=0.1, local=local, remote=local + 250_000_000)


def rpc(error: Exception | None = None) -> NetworkRpc:
    """The contract; the rest of the domain is not asked."""
    nobody: object = None
    return NetworkRpc(trials=nobody, sockets=nobody, time=Servers(error), captures=nobody)  # type: ignore[arg-type]


async def test_both_times_are_exact() -> None:
    answer = await rpc().measure_time(MeasureTimeRequest())
    assert answer.server == "default"
    assert answer.local_time == dt.datetime(2026, 1, 1, 0, 0, 0, 1, tzinfo=dt.UTC)
    assert answer.remote_time == dt.datetime(2026, 1, 1, 0, 0, 0, 250_001, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (LookupError("the node has no time servers yet: name one"), FailedPreconditionError),
        (UnicodeError("label too long"), InvalidArgumentError),
        (TimeoutError(), UnavailableError),
        (RefusalError("DENY"), UnavailableError),
    ],
)
async def test_what_goes_wrong_is_told(error: Exception, told: type[BusError]) -> None:
    with pytest.raises(told):
        await rpc(error).measure_time(MeasureTimeRequest(server="s"))
