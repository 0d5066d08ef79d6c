"""Measure the suite beside named peers, by rounds: python -m tests.bench --help."""

import argparse
import json
import os
import signal
import sys
from collections.abc import Sequence

from tests.bench import (
    boot,
    bus,
    codec,
    components,
    config,
    files,
    header_blocks,
    image,
    machine,
    memory,
    mounts,
    network,
    packages,
    supervise,
)
from tests.bench.report import Row, document, table
from tests.bench.setting import Bench, Setting, setting

_TREE = ("mmdebstrap", "mmdebstrap")
BENCHES = (
    Bench("boot", "Start of a node", boot.run, (_TREE,)),
    Bench("components", "Components", components.run),
    Bench("memory", "Memory of a node", memory.run, (_TREE,)),
    Bench("codec", "Messages to bytes and back", codec.run, root=False),
    Bench("bus", "Calls over the bus", bus.run, root=False),
    Bench("hpack", "Header blocks", header_blocks.run, root=False),
    Bench(
        "supervisor",
        "Supervisor",
        supervise.run,
        (
            _TREE,
            ("gcc", "gcc libc6-dev"),
            ("s6-svscan", "s6 execline"),
            ("runsvdir", "runit"),
            ("supervisord", "supervisor"),
        ),
    ),
    Bench("image", "Image", image.run),
    Bench("files", "100,000 files", files.run),
    Bench("mounts", "The mount table", mounts.run),
    Bench("network", "Addresses and routes", network.run, (_TREE, ("ip", "iproute2"))),
    Bench("config", "A machine config", config.run, root=False),
)


def main() -> int:
    """Run what was asked for; exit code 1 if something could not be measured, 130 after an interrupt."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    asked = _arguments()
    wanted = [bench for bench in BENCHES if not asked.only or bench.name in asked.only]
    try:
        with setting(asked.rounds, asked.patience) as place:
            return _run_all(wanted, place, as_json=asked.output == "json", install=asked.install)
    except BlockingIOError:
        print("error: another benchmark runs in this checkout, and each would measure the other", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; everything that was started is gone", file=sys.stderr)
        return 130


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = [bench.name for bench in BENCHES]
    parser.add_argument("--only", action="append", choices=names, metavar="NAME", help=f"of {', '.join(names)}")
    parser.add_argument("--rounds", type=_count, default=5, help="how often everything is measured (default: 5)")
    parser.add_argument(
        "--patience", type=float, default=5.0, help="seconds to wait for a quiet machine before each measurement"
    )
    parser.add_argument("-o", "--output", choices=("table", "json"), default="table")
    parser.add_argument(
        "--no-install", dest="install", action="store_false", help="leave out peers that are not installed"
    )
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of rounds: at least 1")
    return int(text)


def _run_all(benches: Sequence[Bench], place: Setting, *, as_json: bool, install: bool) -> int:
    host = machine.describe()
    if not as_json:
        print(host, flush=True)
    if install:
        packages.provide([pair for bench in benches for pair in bench.packages], place.say)
    results, failed = [], 0
    for bench in benches:
        rows = _measured(bench, place)
        failed += rows is None
        if as_json:
            results.append({"bench": bench.name, "rows": document(rows or [])})
        elif rows:
            print(
                f"\n{bench.title} (median of {place.rounds} rounds; load {machine.load()})\n{table(rows)}", flush=True
            )
    if as_json:
        print(json.dumps({"machine": host.splitlines(), "rounds": place.rounds, "benches": results}, indent=2))
    return 1 if failed else 0


def _measured(bench: Bench, place: Setting) -> list[Row] | None:
    if bench.root and os.geteuid() != 0:
        place.say(f"{bench.name} is left out: it needs root")
        return []
    try:
        return bench.run(place)
    except Exception as error:
        # one that cannot be measured does not keep the others from it; the exit code tells
        notes = "".join(f"\n  {note}" for note in getattr(error, "__notes__", ()))
        place.say(f"error: {bench.name}: {type(error).__name__}: {error}{notes}")
        return None


if __name__ == "__main__":
    sys.exit(main())
