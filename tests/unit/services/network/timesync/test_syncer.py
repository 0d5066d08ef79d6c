"""Which server is asked, and what is done with what it says."""

from __future__ import annotations

import errno

import structlog
from structlog.testing import capture_logs

from libtalos.resources.backoff import BackoffPolicy
from services.network.timesync.limits import Limits
from services.network.timesync.packet import Leap, RefusalError
from services.network.timesync.sample import Sample
from services.network.timesync.syncer import Syncer
from tests.unit.services.network.timesync.fakes import FakeClock

LIMITS = Limits(retry=BackoffPolicy(first=1.0, limit=32.0, jitter=lambda: 1.0))


class Lab:
    """Servers by name: what they think that the clock is off by, or what they raise."""

    def __init__(self, error: float = 0.0, **servers: float | Exception) -> None:
        self.servers = servers
        self.clock = FakeClock(error)
        self.asked: list[str] = []
        self.jumps = 0
        self.leap = Leap.NONE
        self.syncer = Syncer(
            questioner=self, clock=self.clock, limits=LIMITS, jumped=self.jump, log=structlog.stdlib.get_logger()
        )
        self.syncer.use(list(servers))

    def jump(self) -> None:
        """Count."""
        self.jumps += 1

    async def measure(self, server: str) -> Sample:
        """Answer."""
        self.asked.append(server)
        said = self.servers[server]
        if isinstance(said, Exception):
            raise said
        local = self.clock.now()
        offset = said - self.clock.error
        return Sample(
            server=server, offset=offset, delay=0.01, leap=self.leap, local=local, remote=local + round(offset * 1e9)
        )


async def test_a_server_that_is_good_is_stayed_with() -> None:
    lab = Lab(-0.1, a=0.0, b=0.0)
    assert await lab.syncer.poll() == LIMITS.min_poll
    await lab.syncer.poll()
    assert lab.asked == ["a", "a"]
    assert lab.clock.moves[0][0] == "slew"
    assert lab.syncer.synced
    assert lab.syncer.complaint == ""


async def test_the_next_one_answers_for_one_that_does_not() -> None:
    lab = Lab(5.0, a=OSError("no answer"), b=0.0)
    with capture_logs() as logs:
        assert await lab.syncer.poll() == LIMITS.min_poll
        await lab.syncer.poll()
    assert lab.asked == ["a", "b", "b"]
    assert lab.clock.moves[0][0] == "step"
    assert [each["event"] for each in logs] == [
        "the clock is not measured",
        "the clock is stepped",
        "the clock is in sync",
    ]


async def test_while_nobody_answers_the_pauses_grow_and_it_is_told_once() -> None:
    lab = Lab(a=OSError("no answer"))
    with capture_logs() as logs:
        assert [await lab.syncer.poll() for _ in range(7)] == [1, 2, 4, 8, 16, 32, 32]
    assert len(logs) == 1
    assert not lab.syncer.synced
    assert lab.syncer.complaint == "a: no answer"
    lab.servers["a"] = 0.0
    await lab.syncer.poll()
    assert lab.syncer.complaint == ""
    assert lab.syncer.synced


async def test_a_server_that_refuses_is_never_asked_again() -> None:
    lab = Lab(a=RefusalError("DENY"), b=0.0)
    await lab.syncer.poll()
    lab.servers["b"] = OSError("gone")
    await lab.syncer.poll()
    assert lab.asked == ["a", "b", "b"]
    lab.servers["b"] = RefusalError("RSTR")
    await lab.syncer.poll()
    await lab.syncer.poll()
    assert lab.asked == ["a", "b", "b", "b"]
    assert lab.syncer.complaint == "all servers refuse to be asked"
    assert lab.syncer.use(["c"])
    lab.servers["c"] = 0.0
    await lab.syncer.poll()
    assert lab.syncer.complaint == ""


async def test_one_that_is_asked_too_often_is_asked_less() -> None:
    lab = Lab(a=0.0)
    pace = await lab.syncer.poll()
    lab.servers["a"] = RefusalError("RATE")
    await lab.syncer.poll()
    lab.servers["a"] = 0.15
    assert await lab.syncer.poll() >= pace
    assert lab.asked == ["a"] * 3


async def test_no_servers_are_told() -> None:
    lab = Lab()
    await lab.syncer.poll()
    assert lab.syncer.complaint == "there are no time servers"


async def test_one_liar_does_not_move_a_clock_that_was_right() -> None:
    lab = Lab(a=0.0, b=0.0)
    await lab.syncer.poll()
    lab.servers["a"] = 10_000.0
    await lab.syncer.poll()
    for _ in range(10):
        await lab.syncer.poll()
    assert lab.asked[1:4] == ["a", "b", "b"]
    assert abs(lab.clock.error) < 0.001
    assert lab.jumps == 0


async def test_what_all_servers_say_is_done_in_the_end_and_begins_an_epoch() -> None:
    lab = Lab(a=0.0, b=0.0)
    await lab.syncer.poll()
    lab.servers.update(a=10_000.0, b=10_000.0)
    for _ in range(LIMITS.confirmations):
        await lab.syncer.poll()
    assert abs(lab.clock.error - 10_000) < 0.001
    assert lab.jumps == 1


async def test_leap_seconds_are_handed_to_the_kernel() -> None:
    lab = Lab(a=0.0)
    lab.leap = Leap.INSERT
    await lab.syncer.poll()
    assert lab.clock.leap is Leap.INSERT


async def test_a_clock_that_cannot_be_set_is_told() -> None:
    lab = Lab(a=0.0)
    lab.clock.refused = OSError(errno.EPERM, "Operation not permitted")
    await lab.syncer.poll()
    assert "Operation not permitted" in lab.syncer.complaint
    assert not lab.syncer.synced
