"""The two ends of a connection without a socket."""

from collections.abc import AsyncIterator

import pytest

from tests.unit.bus.http2.memory import Calling, Serving, calling, ends, serving


@pytest.fixture
async def serve_in_memory() -> AsyncIterator[Serving]:
    """Make servers' ends: (rpc, settings, reads=True) gives the connection and its peer."""
    async for begin in ends(serving):
        yield begin


@pytest.fixture
async def call_in_memory() -> AsyncIterator[Calling]:
    """Make clients' ends: (settings, reads=True) gives the connection and its peer."""
    async for begin in ends(calling):
        yield begin
