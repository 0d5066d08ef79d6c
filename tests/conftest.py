"""What all tests share: root tests say what is missing where they cannot run."""

import os

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip tests marked `root` for anybody else, with the reason."""
    if os.geteuid() == 0:
        return
    needs_root = pytest.mark.skip(reason="needs root: mounts, namespaces, cgroups; run `make test` as root")
    for item in items:
        if item.get_closest_marker("root"):
            item.add_marker(needs_root)
