"""Both codecs of a tree of stubs that has every feature, and of the project's own stubs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from libtalos.bus.wire.lookup import Codecs, find_compiled
from tests.unit.bus.wire.tree import Codec, Tree, compiled, make


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tree is made."""
    return tmp_path_factory.mktemp("wire")


@pytest.fixture(scope="session")
def tree(directory: Path) -> Tree:
    """The classes."""
    return make(directory)


@pytest.fixture(scope="session")
def pure() -> Codec:
    """The codecs in Python, of any tree."""
    return Codec(Codecs(None))


@pytest.fixture(scope="session")
def fast(directory: Path, tree: Tree) -> Codec:
    """The compiled codecs of the tree."""
    if shutil.which("gcc") is None:
        pytest.skip("no gcc: the compiled codec cannot be built")
    return Codec(Codecs(compiled(directory)))


@pytest.fixture(params=["pure", "fast"])
def codec(request: pytest.FixtureRequest) -> Codec:
    """Each of both."""
    found: Codec = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["pure", "compiled"])
def own(request: pytest.FixtureRequest) -> Codec:
    """Each of both for the project's own stubs, as they are installed."""
    try:
        return Codec(Codecs(find_compiled(request.param)))
    except ImportError as missing:
        pytest.skip(f"no compiled codec: run `make setup` where gcc is: {missing}")
