"""The loop that keeps the table, with a kernel made for the test."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from ipaddress import ip_interface
from typing import Any

import pytest
import structlog
from msgspec.structs import replace
from structlog.testing import capture_logs

from libtalos.resources.definitions.nftables import NfTablesChain
from services.network.firewall.keeper import Firewall
from services.network.firewall.settings import Settings
from services.network.firewall.table import Table, read_table

BLOCK = Settings(action="block")


class Kernel:
    """Keeps one table, as nftables does with the commands that are used here."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self.error: OSError | None = None
        self.deaf = False
        self.writes = 0

    async def read(self) -> Table | None:
        """Return it."""
        return self.table

    async def execute(self, commands: Sequence[Any]) -> None:
        """Take what is added after the table was removed."""
        if self.error is not None:
            raise self.error
        self.writes += 1
        if self.deaf:
            return
        added = [each["add"] for each in commands[2:]]
        self.table = read_table(encoded({"nftables": added})) if added else None


def encoded(value: Any) -> bytes:
    """JSON."""
    return json.dumps(value).encode()


class Pauses:
    """Lets a try that failed be the last until it is let go."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def pause(self, failures: int) -> float:
        """No pause, and it is written down."""
        self.asked.append(failures)
        return 0.0


class Desk:
    """A firewall and all it tells."""

    def __init__(self) -> None:
        self.kernel, self.pauses = Kernel(), Pauses()
        self.published: list[list[str]] = []
        self.holds: list[bool] = []
        self.told: Callable[[bool], None] = self.holds.append
        self.firewall = Firewall(
            ruleset=self.kernel,
            publish=self._publish,
            told=lambda holds: self.told(holds),  # noqa: PLW0108 - a test replaces it
            retry=self.pauses,
            log=structlog.stdlib.get_logger(),
        )

    def _publish(self, chains: Mapping[str, NfTablesChain]) -> None:
        self.published.append(sorted(chains))


async def test_nothing_is_done_before_it_is_known_whether_there_is_a_config() -> None:
    desk = Desk()
    desk.kernel.table = Table()
    assert (await desk.firewall.apply()).done == ()
    assert await desk.firewall.plan() == ()
    assert (desk.kernel.table, desk.holds) == (Table(), [])


async def test_the_table_comes_is_published_and_goes() -> None:
    desk = Desk()
    desk.firewall.want(BLOCK)
    planned = await desk.firewall.plan()
    assert [each.describe() for each in planned] == [
        "create nftables table inet talos with chains ingress (drop, 6 rules), prerouting (accept, 5 rules)"
    ]
    assert desk.kernel.table is None
    assert (await desk.firewall.apply()).done == tuple(planned)
    assert (await desk.firewall.apply()).done == ()
    desk.firewall.want(Settings())
    assert [each.describe() for each in (await desk.firewall.apply()).done] == ["remove nftables table inet talos"]
    assert desk.published == [["ingress", "prerouting"], []]
    assert (desk.kernel.table, desk.holds) == (None, [True, True, True])


async def test_an_error_is_told_once_and_tried_again_after_a_growing_pause() -> None:
    desk = Desk()
    desk.kernel.error = OSError(5, "nft: no")

    def told(holds: bool) -> None:
        desk.holds.append(holds)
        if len(desk.holds) == 3:
            desk.kernel.error = None
        if holds:
            done.set()

    desk.told, done = told, asyncio.Event()
    with capture_logs() as log:
        desk.firewall.want(BLOCK)
        task = asyncio.create_task(desk.firewall.run())
        async with asyncio.timeout(10):
            await done.wait()
        task.cancel()
        await asyncio.wait([task])
    assert (desk.holds, desk.pauses.asked) == ([False, False, False, True], [0, 1, 2])
    assert [each["error"] for each in log if "error" in each] == ["nft: no"]
    assert log[-1]["event"] == "the firewall is as wanted"


async def test_a_kernel_that_shows_something_else_is_no_success() -> None:
    desk = Desk()
    desk.kernel.deaf = True
    desk.firewall.want(BLOCK)
    assert (await desk.firewall.apply()).error == "after it was written, there is no table"
    desk.kernel.table = Table(strangers=("set mine",))
    desk.firewall.want(Settings())
    assert (await desk.firewall.apply()).error == "the table was removed and is there all the same"
    assert desk.holds == [False, False]


@pytest.mark.parametrize("change", [None, Table(), "strangers", "rules", "policy"])
async def test_a_change_of_somebody_else_is_told_and_repaired(change: Table | str | None) -> None:
    desk = Desk()
    desk.firewall.want(BLOCK)
    await desk.firewall.apply()
    wanted = desk.kernel.table
    assert wanted is not None
    first, *rest = wanted.chains
    changed = {
        "strangers": replace(wanted, strangers=("set mine",)),
        "rules": replace(wanted, chains=(replace(first, rules=first.rules[1:]), *rest)),
        "policy": replace(wanted, chains=(replace(first, policy="accept"), *rest)),
    }
    desk.kernel.table = changed[change] if isinstance(change, str) else change
    with capture_logs() as log:
        await desk.firewall.apply()
    assert desk.kernel.table == wanted
    assert "somebody has changed the firewall" in log[0]["event"]
    assert log[0]["found"]


async def test_new_addresses_wake_and_the_same_ones_do_not() -> None:
    desk = Desk()
    desk.firewall.want(BLOCK)
    await desk.firewall.apply()
    desk.firewall.take_addresses([])
    assert (await desk.firewall.apply()).done == ()
    desk.firewall.take_addresses([ip_interface("10.5.0.2/24")])
    assert len((await desk.firewall.apply()).done) == 1
    assert desk.kernel.table is not None
    assert "10.5.0.2" in str(desk.kernel.table.chains[1].rules)
