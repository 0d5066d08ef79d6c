"""A link to somewhere with a DHCP server or a router."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.integration.network.operators.routers import Site, site

Body = Callable[[Site], Awaitable[None]]
Lab = Callable[[Body], None]


@pytest.fixture
def lab(inside: Callable[[Callable[[], None]], None], tmp_path: Path) -> Lab:
    """Run a coroutine in a namespace of its own, with the other end of its link."""

    def run(body: Body) -> None:
        def life() -> None:
            with site(tmp_path) as place:
                asyncio.run(live(place))

        async def live(place: Site) -> None:
            await body(place)

        inside(life)

    return run
