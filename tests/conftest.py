"""What all tests share: both event loops, and a reason where root tests cannot run."""

import asyncio
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import uvloop

LoopFactory = Callable[[], asyncio.AbstractEventLoop]

# components run on uvloop, PID 1 on asyncio's own loop; the fast tests prove everything on both
BOTH: Mapping[str, LoopFactory] = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}
ONE: Mapping[str, LoopFactory] = {"asyncio": asyncio.new_event_loop}
HERE = Path(__file__).parent
# fast tests, and those of a bus in the test's own process
INSIDE = (HERE / "unit", HERE / "integration/bus")


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Mapping[str, LoopFactory]:
    """Both loops where they are under test; elsewhere the test's own loop is only a client of real processes."""
    return BOTH if any(item.path.is_relative_to(each) for each in INSIDE) else ONE


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `root` for anybody else, with the reason."""
    if os.geteuid() == 0:
        return
    needs_root = pytest.mark.skip(reason="needs root: mounts, namespaces, cgroups; run `make test` as root")
    for item in items:
        if item.get_closest_marker("root"):
            item.add_marker(needs_root)
