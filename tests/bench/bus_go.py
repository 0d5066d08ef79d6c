"""The grpc-go end: built from tests/bench/go, with messages that protoc makes of the same contracts."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.setting import ROOT

SOURCE = Path(__file__).parent / "go"
_MODULE = "libtalos/bench"
_CONTRACTS = ("component", "supervisor")


def build(kept: Path, say: Callable[[str], None]) -> Path | None:
    """The program, built below `kept`; None, with a line of the reason, where that cannot be done."""
    if shutil.which("go") is None:
        say("grpc-go is left out: there is no Go toolchain on the PATH")
        return None
    place = kept / "go"
    shutil.copytree(SOURCE, place, dirs_exist_ok=True)
    try:
        # Go's own cache makes this a second when nothing has changed
        _run(["go", "build", "-o", "protoc-gen-go", "google.golang.org/protobuf/cmd/protoc-gen-go"], place)
        _run(_protoc(place), place)
        _run(["go", "build", "-o", "bus", "."], place)
    except subprocess.CalledProcessError as error:
        say(f"grpc-go is left out: {error.stderr.strip()}")
        return None
    return place / "bus"


def _protoc(place: Path) -> list[str]:
    files = {name: f"talos/{name}/v1/{name}.proto" for name in _CONTRACTS}
    options = [f"--go_opt=M{file}={_MODULE}/{name}" for name, file in files.items()]
    plugin = f"--plugin=protoc-gen-go={place / 'protoc-gen-go'}"
    target = [f"--go_out={place}", f"--go_opt=module={_MODULE}"]
    return [
        sys.executable,
        "-m",
        "grpc_tools.protoc",
        f"-I{ROOT / 'proto'}",
        plugin,
        *target,
        *options,
        *files.values(),
    ]


def _run(command: list[str], place: Path) -> None:
    # a toolchain that go.mod finds too old says so, instead of looking for a newer one
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=readonly"}
    subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True, text=True)
