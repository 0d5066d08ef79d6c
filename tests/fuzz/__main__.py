"""Feed code with inputs that nobody thought of: python -m tests.fuzz [--seconds N] [--keep] [TARGET]...

New inputs stay in _out/fuzz/TARGET and are where the next run begins, with those of tests/fuzz/corpus. An input that
shows a fault is printed in hex: put that line into corpus/TARGET-faults.txt with the repair, and the unit tests will
replay it.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.fuzz import inputs, minimise
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
OUT = ROOT / "_out" / "fuzz"


def main() -> int:
    """Run the targets one after the other; exit code 1 if one of them shows a fault."""
    asked = _arguments()
    failed = [name for name in asked.targets if not _fuzz(name, asked.seconds, asked.length)]
    if asked.keep:
        for name in set(asked.targets) - set(failed):
            kept = minimise.smallest(TARGETS[name], [path.read_bytes() for path in (OUT / name).iterdir()])
            inputs.save(name, kept)
            print(f"{name}: {len(kept)} inputs kept", flush=True)
    return 1 if failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument("--length", type=int, default=512, help="most bytes of an input (default: 512)")
    parser.add_argument("--keep", action="store_true", help="write the smallest equal set of inputs to the corpus")
    asked = parser.parse_args()
    for name in asked.targets:
        if name not in TARGETS:
            parser.error(f"there is no target {name!r}: choose from {', '.join(TARGETS)}")
    asked.targets = asked.targets or list(TARGETS)
    return asked


def _fuzz(name: str, seconds: int, length: int) -> bool:
    """Whether a target stood it."""
    found = OUT / name
    found.mkdir(parents=True, exist_ok=True)
    for data in inputs.load(name):
        (found / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    faults = OUT / "faults" / f"{name}-"
    faults.parent.mkdir(exist_ok=True)
    before = set(faults.parent.iterdir())
    limits = [f"-max_total_time={seconds}", f"-max_len={length}", "-timeout=10", "-rss_limit_mb=1024", "-verbosity=0"]
    command = [sys.executable, "-m", "tests.fuzz.drive", name, *limits, f"-artifact_prefix={faults}", str(found)]
    result = subprocess.run(
        command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    if result.returncode == 0:
        print(f"{name}: no fault in {seconds} s, {len(list(found.iterdir()))} inputs", flush=True)
        return True
    shown = [line for line in (result.stdout + result.stderr).splitlines() if not line.startswith(("INFO", "#"))]
    print(f"{name}: a fault", *shown, sep="\n", file=sys.stderr)
    for path in set(faults.parent.iterdir()) - before:
        print(f"{path.relative_to(ROOT)}: {path.read_bytes().hex()}", file=sys.stderr)
    return False


if __name__ == "__main__":
    sys.exit(main())
