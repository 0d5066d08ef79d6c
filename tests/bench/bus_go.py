"""The grpc-go end: built from tests/bench/go, with stubs that protoc makes of the same contract."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.setting import ROOT

SOURCE = Path(__file__).parent / "go"
_CONTRACT = "talos/supervisor/v1/supervisor.proto"
_PACKAGE = "libtalos/bench/supervisor"


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
    options = [f"--go_opt=M{_CONTRACT}={_PACKAGE}", "--go_opt=module=libtalos/bench"]
    plugin = f"--plugin=protoc-gen-go={place / 'protoc-gen-go'}"
    proto = f"-I{ROOT / 'proto'}"
    return [sys.executable, "-m", "grpc_tools.protoc", proto, plugin, f"--go_out={place}", *options, _CONTRACT]


def _run(command: list[str], place: Path) -> None:
    # a toolchain that go.mod finds too old says so, instead of looking for a newer one
    environment = {**os.environ, "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=readonly"}
    subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True, text=True)
