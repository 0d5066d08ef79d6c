"""From the start of the container to all healthy, phase by phase, beside systemd in a container."""

import os
from pathlib import Path

from libtalos.provision import image
from tests.bench.history import moments
from tests.bench.node import BenchNode, running_node
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, Setting
from tests.bench.systemd_node import SYSTEMD, booted_systemd
from tests.bench.systemd_tree import prepared_tree

READY = "container created to all up"
STOPPED = "SIGTERM to all gone"
SYSTEMD_NOTE = "252, multi-user.target; exec of the namespaces' set-up"


def run(setting: Setting) -> list[Row]:
    """Boot both in turns. One boot of each goes before and is not counted: it fills the page cache."""
    samples, warm = Samples(), Samples()
    tree = prepared_tree(setting.kept, setting.say)
    pinned = pin_image(setting.work)
    for number in range(setting.rounds + 1):
        setting.say(f"boot: round {number} of {setting.rounds}" if number else "boot: a round to warm up")
        setting.settle()
        _node_round(setting, pinned, samples if number else warm)
        if tree is not None:
            setting.settle()
            _systemd_round(tree, samples if number else warm)
    return samples.rows(ours=OURS, notes={OURS: "", SYSTEMD: SYSTEMD_NOTE})


def pin_image(work: Path) -> Path:
    """A link to the newest image, so that one built meanwhile does not get into the same run."""
    pinned = work / "image.sqsh"
    pinned.unlink(missing_ok=True)
    os.link(image.newest((image.PROJECT,)), pinned)
    return pinned


def _node_round(setting: Setting, pinned: Path, samples: Samples) -> None:
    with running_node(setting.kept / "home", pinned) as node:
        _add_phases(node, samples)
        samples.add(STOPPED, OURS, node.stop() * 1e3, "ms")


def _add_phases(node: BenchNode, samples: Samples) -> None:
    found = moments(node.container.paths)
    for name, at in found.items():
        samples.add(f"runc start to: {name}", OURS, (at - node.start) * 1e3, "ms")
    samples.add(READY, OURS, (max(found.values()) - node.create) * 1e3, "ms")


def _systemd_round(tree: Path, samples: Samples) -> None:
    with booted_systemd(tree) as systemd:
        for name, seconds in systemd.phases().items():
            samples.add(f"exec to: {name}", SYSTEMD, seconds * 1e3, "ms")
        samples.add(READY, SYSTEMD, systemd.seconds_to_target() * 1e3, "ms")
        samples.add(STOPPED, SYSTEMD, systemd.stop() * 1e3, "ms")
