"""What the shell completes from a running node: services, logs, resources, clusters. Nothing, quietly, if it cannot.

Everything is imported when the shell asks: no command pays for it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from libtalos.bus.channel import Channel
    from libtalos.cli.target import Target
    from libtalos.provision.state import StateStore

# seconds; nobody waits longer for the tab key
PATIENCE = 1.0

# upstream's tags (internal/pkg/meta)
META_KEYS = {
    0x06: "boot entry from before the upgrade",
    0x07: "image of the staged upgrade",
    0x08: "options of the staged upgrade",
    0x09: "encryption of STATE",
    0x0A: "network configuration of the metal platform",
    0x0B: "code in the download URL",
    0x0C: "for users",
    0x0D: "for users",
    0x0E: "for users",
    0x0F: "UUID in place of the machine's",
    0x10: "unique token of the machine",
    0x11: "boot loader of the disk image",
}

Items = list[tuple[str, str]]


def services(ctx: typer.Context, incomplete: str) -> Items:
    """The services of the node, with their states."""

    async def ask(channel: Channel) -> Items:
        from libtalos.cli.services import list_services, state_word  # noqa: PLC0415 - see above

        return [(entry.id, state_word(entry)) for entry in await list_services(channel)]

    return _from_api(ctx, incomplete, ask)


def logs(ctx: typer.Context, incomplete: str) -> Items:
    """The logs of the node."""

    async def ask(channel: Channel) -> Items:
        from libtalos.cli.logs import list_logs  # noqa: PLC0415 - see above

        return [(log_id, "") for log_id in await list_logs(channel)]

    return _from_api(ctx, incomplete, ask)


def resource_types(ctx: typer.Context, incomplete: str) -> Items:
    """Every name of every resource type."""

    async def ask(channel: Channel) -> Items:
        from libtalos.resources.client import ResourceClient  # noqa: PLC0415 - see above

        definitions = await ResourceClient(channel).definitions()
        return [(name, entry.type) for entry in definitions for name in (*entry.aliases, entry.type.lower())]

    return _from_api(ctx, incomplete, ask)


def resource_ids(ctx: typer.Context, incomplete: str) -> Items:
    """The resources of the type that was typed before."""

    async def ask(channel: Channel) -> Items:
        from libtalos.resources.aliases import resolve  # noqa: PLC0415 - see above
        from libtalos.resources.client import ResourceClient  # noqa: PLC0415 - see above

        client = ResourceClient(channel)
        kind = resolve(str(ctx.params.get("resource", "")), await client.definitions())
        return [(entry.metadata.id, "") for entry in await client.untyped_list(kind.type)]

    return _from_api(ctx, incomplete, ask)


def meta_keys(incomplete: str) -> Items:
    """The keys of META that have a meaning."""
    return _matching([(f"{key:#04x}", meaning) for key, meaning in META_KEYS.items()], incomplete)


def used_meta_keys(ctx: typer.Context, incomplete: str) -> Items:
    """The keys of META that have a value on the node."""

    async def ask(channel: Channel) -> Items:
        from libtalos.resources.client import ResourceClient  # noqa: PLC0415 - see above
        from libtalos.resources.definitions.runtime import MetaKey  # noqa: PLC0415 - see above

        found = await ResourceClient(channel).untyped_list(MetaKey.DEFINITION.type)
        return [(entry.metadata.id, META_KEYS.get(int(entry.metadata.id, 16), "")) for entry in found]

    return _from_api(ctx, incomplete, ask)


def disks(ctx: typer.Context, incomplete: str) -> Items:
    """The disks of the node, with their sizes."""

    async def ask(channel: Channel) -> Items:
        from libtalos.resources.client import ResourceClient  # noqa: PLC0415 - see above
        from libtalos.resources.definitions.block import Disk  # noqa: PLC0415 - see above

        found = await ResourceClient(channel).list(Disk)
        return [(entry.spec.dev_path, entry.spec.pretty_size) for entry in found]

    return _from_api(ctx, incomplete, ask)


def paths(ctx: typer.Context, incomplete: str) -> Items:
    """What is in the directory of the node that was typed so far."""
    directory = incomplete.rpartition("/")[0] + "/"

    async def ask(channel: Channel) -> Items:
        from libtalos.gen.machine import ListRequest, MachineServiceStub  # noqa: PLC0415 - see above

        listed = channel.stub(MachineServiceStub).list(ListRequest(root=directory))
        found = [entry async for entry in listed if not entry.error and entry.relative_name != "."]
        return [(directory + entry.relative_name + "/" * entry.is_dir, "") for entry in found]

    return _from_api(ctx, incomplete, ask)


def clusters(incomplete: str) -> Items:
    """The local clusters."""

    def names() -> Iterable[str]:
        return _store().names()

    return _matching(_quietly(lambda: [(name, "") for name in names()]), incomplete)


def nodes(ctx: typer.Context, incomplete: str) -> Items:
    """The nodes of the cluster that was chosen."""

    def names() -> Items:
        from libtalos.provision.paths import cluster_name  # noqa: PLC0415 - see above

        state = _store().load(cluster_name(str(ctx.params.get("cluster"))))
        return [(node.name, node.address) for node in state.nodes] if state else []

    return _matching(_quietly(names), incomplete)


def _store() -> StateStore:
    import os  # noqa: PLC0415 - see above

    from libtalos.provision.paths import talos_home  # noqa: PLC0415 - see above
    from libtalos.provision.state import StateStore  # noqa: PLC0415 - see above

    return StateStore(talos_home(os.environ))


def _from_api(ctx: typer.Context, incomplete: str, ask: Callable[[Channel], Awaitable[Items]]) -> Items:
    async def asked(target: Target) -> Items:
        with target.bus() as bus:
            async with asyncio.timeout(PATIENCE):
                return await ask(bus.channel("api"))

    def found() -> Items:
        from libtalos.cli.target import find_target  # noqa: PLC0415 - it imports this module

        choice: dict[str, Any] = ctx.params
        return asyncio.run(asked(find_target(choice.get("bus"), choice["cluster"], choice.get("node"))))

    return _matching(_quietly(found), incomplete)


def _quietly(find: Callable[[], Items]) -> Items:
    from libtalos.bus.errors import BusError  # noqa: PLC0415 - see above
    from libtalos.provision.errors import ProvisionError  # noqa: PLC0415 - see above

    try:
        return find()
    except (BusError, ProvisionError, OSError, TimeoutError):
        return []


def _matching(items: Iterable[tuple[str, str]], incomplete: str) -> Items:
    return [item for item in items if item[0].startswith(incomplete)]
