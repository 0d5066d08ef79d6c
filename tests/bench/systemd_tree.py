"""A Debian tree with systemd, made once by mmdebstrap below _out/bench."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from libtalos.linux.cgroup import UNIFIED, Cgroups

SUITE = "bookworm"
PACKAGES = "systemd,systemd-sysv,dbus"


def tree_path(kept: Path) -> Path:
    """Where the tree is, or will be."""
    return kept / f"systemd-{SUITE}"


def prepared_tree(kept: Path, say: Callable[[str], None]) -> Path | None:
    """The tree, made if there is none; None, with a line that says why, if it cannot be."""
    tree = tree_path(kept)
    if Cgroups.find().control is not UNIFIED:
        say("systemd is left out: there is no cgroup2 mount")
        return None
    if (tree / "lib/systemd/systemd").exists():
        return tree
    if shutil.which("mmdebstrap") is None:
        say("systemd is left out: mmdebstrap is not installed (apt-get install mmdebstrap)")
        return None
    say(f"making a tree with systemd: {tree}")
    return _make(tree, say)


def _make(tree: Path, say: Callable[[str], None]) -> Path | None:
    unfinished = tree.with_name(tree.name + ".new")
    shutil.rmtree(unfinished, ignore_errors=True)
    command = ("mmdebstrap", "--quiet", "--variant=minbase", f"--include={PACKAGES}", SUITE, str(unfinished))
    result = subprocess.run(command, check=False, capture_output=True, text=True)
    if result.returncode != 0:
        shutil.rmtree(unfinished, ignore_errors=True)
        said = result.stderr.strip().splitlines()[-1:] or ["no reason given"]
        say(f"systemd is left out: mmdebstrap failed: {said[0]}")
        return None
    os.rename(unfinished, tree)  # noqa: PTH104 - a directory, whole or not at all
    return tree
