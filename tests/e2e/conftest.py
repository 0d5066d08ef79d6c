"""One healthy node for all tests of this directory, and labs for tests that need a node to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.fixtures import bus, processes, watched  # noqa: F401 fixtures
from tests.e2e.lab import Lab, build_image, made_lab
from tests.e2e.traces import Traces


@pytest.fixture(scope="session")
def image() -> Path:
    """The image of this checkout."""
    return build_image()


@pytest.fixture(scope="session")
def lab(image: Path) -> Iterator[Lab]:
    """A healthy node, for tests that leave it healthy; nothing of it may be left in the end."""
    with made_lab(image, 1) as lab:
        lab.create()
        traces = Traces.of(lab)
        yield lab
        lab.destroy()
        assert traces.left() == []


@pytest.fixture
def fresh(image: Path) -> Iterator[Lab]:
    """A lab without a node yet, for one test alone."""
    with made_lab(image, 2) as lab:
        yield lab
