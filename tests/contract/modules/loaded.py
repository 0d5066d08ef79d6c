"""What each component has imported when it is ready, and what was recorded of that. `python -m` this to record anew.

Modules of libtalos and the components are named one by one, of all else the packages, without the private ones.
"""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from libtalos.provision.appear import appeared
from tests.integration.init.node import COMPONENTS, PYTHON, REPLACEMENTS, Node, booted, running

HERE = Path(__file__).parent
NAMES = ("init", *sorted(COMPONENTS.values()))
OURS = ("libtalos", "services")
# in the node while it runs, beside its programs
WATCHED = f"{REPLACEMENTS}/watched.py"


def recorded(component: str) -> set[str]:
    """The list in this directory."""
    return set((HERE / f"{component}.txt").read_text().split())


async def loaded() -> dict[str, set[str]]:
    """Boot a node whose components are started by exec, each for itself, and ask each once all are healthy.

    There is no machine config, so that nothing depends on what there is to do.
    """
    scripts = {component: f"#!/bin/sh\nexec {PYTHON} -I {_arguments(component)}\n" for component in COMPONENTS.values()}
    files = {**scripts, "watched.py": (HERE / "watched.py").read_text()}
    async with booted(userdata="", replaced=files, program=_arguments("init")) as node:
        await node.until(running)
        return {component: await _ask(node, component) for component in NAMES}


def _arguments(component: str) -> str:
    return f"{WATCHED} services.{component} {REPLACEMENTS}"


async def _ask(node: Node, component: str) -> set[str]:
    [pid] = [node.pid] if component == "init" else node.pids(component)
    answer = node.root / REPLACEMENTS[1:] / f"services.{component}"
    os.kill(pid, signal.SIGUSR1)
    async with asyncio.timeout(10):
        await appeared(answer)
    shown = {_shown(name) for name in answer.read_text().split()}
    return {name for name in shown if not name.startswith("_")}


def _shown(module: str) -> str:
    package = module.partition(".")[0]
    return module if package in OURS else package


def main() -> None:
    """Record."""
    for component, modules in asyncio.run(loaded()).items():
        path = HERE / f"{component}.txt"
        path.write_text("".join(f"{name}\n" for name in sorted(modules)))
        print(f"{path}: {len(modules)} modules")


if __name__ == "__main__":
    main()
