"""Peers that are not installed: installed as root, else left out."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable

Say = Callable[[str], None]


def provide(wanted: Iterable[tuple[str, str]], say: Say) -> None:
    """Install the Debian packages of programs that are missing; say what cannot be had. (program, packages) each."""
    missing = {program: packages for program, packages in wanted if shutil.which(program) is None}
    if not missing:
        return
    if os.geteuid() != 0:
        say(f"not installed, and not root: {', '.join(missing)}")
        return
    packages = sorted({package for names in missing.values() for package in names.split()})
    say(f"installing peers to measure against: {' '.join(packages)}")
    # one at a time: one that cannot be had does not keep the others away
    for package in packages:
        _install(package, say)


def _install(package: str, say: Say) -> None:
    command = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    result = subprocess.run(command, check=False, capture_output=True, text=True, env=environment)
    if result.returncode != 0:
        reason = result.stderr.strip().splitlines()[-1:] or ["apt-get failed"]
        say(f"{package} is not installed: {reason[0]}")
