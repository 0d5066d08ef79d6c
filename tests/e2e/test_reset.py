"""`talos reset` of a real node: its next start is its first, as far as it was wiped; the rest stays."""

from __future__ import annotations

import pytest

from tests.e2e.lab import Lab
from tests.e2e.test_lifecycle import state

pytestmark = pytest.mark.root
PLACES = {"EPHEMERAL": "/var/marker", "STATE": "/system/state/marker"}


def mark(lab: Lab) -> None:
    """Leave something in every volume."""
    for place in PLACES.values():
        lab.file(place).write_text("kept")
    lab.talos("meta", "write", "0x0c", "kept")


def kept(lab: Lab) -> set[str]:
    """The volumes in which it is still."""
    found = {label for label, place in PLACES.items() if lab.file(place).exists()}
    values = [each["spec"]["value"] for each in lab.documents("get", "meta")]
    return found | ({"META"} if values == ["kept"] else set())


def machine_id(lab: Lab) -> str:
    """Who the node is."""
    return lab.talos("read", "/etc/machine-id")


def test_a_node_that_is_reset_comes_up_without_what_was_wiped(fresh: Lab) -> None:
    fresh.create()
    mark(fresh)
    who = machine_id(fresh)
    assert kept(fresh) == {"EPHEMERAL", "META", "STATE"}

    refused = fresh.run("reset", "--yes", "--system-labels-to-wipe", "EPHEMERAL,WHAT", "--cluster", fresh.name)
    assert refused.returncode == 4
    assert 'there is no volume labelled "WHAT"; there are EPHEMERAL, META, STATE' in refused.stderr
    assert (state(fresh), kept(fresh)) == ("running, ready", {"EPHEMERAL", "META", "STATE"})

    fresh.talos("reset", "--yes", "--system-labels-to-wipe", "EPHEMERAL")
    assert state(fresh) == "stopped"
    assert "started again" in fresh.create().stderr
    assert kept(fresh) == {"META", "STATE"}
    assert machine_id(fresh) != who

    mark(fresh)
    fresh.talos("reset", "--yes", "--system-labels-to-wipe", "STATE")
    fresh.create()
    assert kept(fresh) == {"EPHEMERAL", "META"}

    mark(fresh)
    fresh.talos("reset", "--yes")
    assert list(fresh.node.disks.iterdir()) == []
    fresh.create()
    assert kept(fresh) == set()
    fresh.destroy()
