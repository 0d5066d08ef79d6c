"""Following the machine config: a bad one is told, and the last good one holds."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator

import pytest
import structlog

from libtalos.bus.errors import UnimplementedError
from libtalos.config.errors import ConfigError
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.spec import Kind
from libtalos.resources.store import ResourceStore
from libtalos.resources.view import Change
from services.network.configwatch import ConfigWatch
from services.network.layers import Contribution, HostnameSpec, Layer
from services.network.layers.configuration import Settings
from services.network.machineconfig import Config, keep_config


def change(kind: Kind, yaml: str = "") -> Change[MachineConfigSpec]:
    """What init tells."""
    store = ResourceStore("init", lambda: dt.datetime(2026, 1, 1, tzinfo=dt.UTC).timestamp())
    resource = None if kind is Kind.BOOTSTRAPPED else store.put("v1alpha1", MachineConfigSpec(yaml=yaml))
    return Change(kind, resource)


def read(yaml: str) -> Config:
    """A config is its hostname."""
    if yaml == "bad":
        raise ConfigError("not a config")
    said = Contribution(layer=Layer.CONFIGURATION, hostname=HostnameSpec(hostname=yaml))
    return Config(network=Settings(contribution=said))


class Source:
    """Tells changes, then ends with an error; at the second time it waits for ever."""

    def __init__(self, *changes: Change[MachineConfigSpec]) -> None:
        self.changes = changes
        self.again = asyncio.Event()

    async def watch(
        self, spec_class: type[MachineConfigSpec], resource_id: str, /
    ) -> AsyncIterator[Change[MachineConfigSpec]]:
        """Tell."""
        if self.again.is_set():
            await asyncio.Event().wait()
        for each in self.changes:
            yield each
        raise UnimplementedError("not served here")


class Pause:
    """The end of the first watch."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def succeeded(self) -> None:
        """Nothing to forget."""

    async def wait(self) -> None:
        """Say that the first watch is over."""
        self.source.again.set()


async def follow(*changes: Change[MachineConfigSpec]) -> list[Settings]:
    """Everything that is wanted after some changes."""
    source, wanted = Source(*changes), list[Config]()
    watch = ConfigWatch(
        source=source,
        read=read,
        empty=Config(),
        keep=keep_config,
        want=wanted.append,
        backoff=Pause(source),
        log=structlog.stdlib.get_logger(),
    )
    task = asyncio.create_task(watch.run())
    async with asyncio.timeout(5):
        await source.again.wait()
    task.cancel()
    await asyncio.wait([task])
    return [each.network for each in wanted]


def names(settings: list[Settings]) -> list[str]:
    """The hostnames that were wanted."""
    said = [each.contribution.hostname for each in settings]
    return ["" if each is None else each.hostname for each in said]


async def test_a_config_that_is_there_and_changes() -> None:
    changes = (change(Kind.CREATED, "a"), change(Kind.BOOTSTRAPPED), change(Kind.UPDATED, "b"))
    assert names(await follow(*changes)) == ["a", "b"]


async def test_no_config_is_known_to_be_none() -> None:
    assert await follow(change(Kind.BOOTSTRAPPED)) == [Settings()]


@pytest.mark.parametrize("before", [(), (change(Kind.CREATED, "a"),)])
async def test_a_bad_config_is_told_and_the_last_one_holds(before: tuple[Change[MachineConfigSpec], ...]) -> None:
    wanted = await follow(*before, change(Kind.UPDATED, "bad"), change(Kind.UPDATED, "c"))
    assert names(wanted)[-2:] == ["a" if before else "", "c"]
    assert [each.text for each in wanted[-2].problems] == ["not a config"]
    assert wanted[-1].problems == ()


async def test_a_config_that_goes_leaves_the_network_as_it_is() -> None:
    assert names(await follow(change(Kind.CREATED, "a"), change(Kind.DESTROYED, "a"))) == ["a"]
