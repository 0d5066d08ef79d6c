"""A node with a small disk for all tests of this directory, and the seed of what is random in them."""

from __future__ import annotations

import asyncio
import os
import random
import secrets
from collections.abc import Iterator

import pytest

from tests.e2e.fixtures import bus, processes, watched  # noqa: F401 fixtures
from tests.e2e.lab import Lab, build_image, made_lab
from tests.e2e.traces import Traces

# the smallest that mkfs.xfs takes
DISK_SIZE = 300 * 2**20
SEED = "TALOS_FAULT_SEED"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a run be repeated: --fault-seed, or the environment."""
    given = os.environ.get(SEED)
    parser.addoption(
        "--fault-seed",
        type=int,
        default=int(given) if given else secrets.randbelow(2**32),
        help=f"seed of the random faults (default: ${SEED}, or a new one)",
    )


def pytest_report_header(config: pytest.Config) -> str:
    """Say how to repeat this run."""
    return f"faults: --fault-seed={config.getoption('--fault-seed')}"


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """What is random in a test; a failed test says how to repeat it."""
    seed = request.config.getoption("--fault-seed")
    print(f"repeat with --fault-seed={seed}")
    return random.Random(f"{seed} {request.node.name}")  # noqa: S311 chance that can be repeated


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    """A healthy node with a disk of 300 MiB; nothing of it may be left in the end."""
    with made_lab(build_image(), 3) as lab:
        provisioner = lab.provisioner()
        provisioner.create(lab.request(DISK_SIZE))
        asyncio.run(provisioner.wait(lab.name, timeout=60))
        traces = Traces.of(lab)
        yield lab
        lab.destroy()
        assert traces.left() == []
