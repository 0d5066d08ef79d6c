"""An init that has a machine config, for a component that asks for it."""

import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from libtalos.bus.server import Server
from libtalos.resources.definitions.runtime import MachineConfigSpec
from libtalos.resources.rpc import ResourceRpc
from libtalos.resources.store import ResourceStore
from tests.contract.filesystem.node import Node


@asynccontextmanager
async def init(node: Node) -> AsyncIterator[ResourceStore]:
    """Serve on init's socket; the store has no config yet."""
    store = ResourceStore("init", time.time, publishes=(MachineConfigSpec,))
    server = Server([ResourceRpc(store)])
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK) as listener:
        listener.bind(str(node.root.parent / "bus/init.sock"))
        listener.listen(16)
        await server.start(listener)
        try:
            yield store
        finally:
            await server.drain(1.0)
