"""buf as a library: lint, and breaking against the recorded descriptor sets.

buf comes as a wheel (`buf-bin`) and runs offline. Its findings are read from `--error-format json`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts.layout import Finding, ToolError

_ANNOTATIONS = 100  # buf's exit status for "there are findings"


def lint(proto: Path) -> list[Finding]:
    """Return what `buf lint` finds in the protos. Raises ToolError if buf cannot run."""
    return _run("lint", proto, [])


def breaking(proto: Path, against: pb.FileDescriptorSet) -> list[Finding]:
    """Return what `buf breaking` finds between the recording and the protos. Raises ToolError if it cannot run."""
    with tempfile.NamedTemporaryFile(suffix=".binpb") as image:
        image.write(against.SerializeToString(deterministic=True))
        image.flush()
        return _run("breaking", proto, ["--against", image.name, "--exclude-imports"])


def _run(check: str, proto: Path, arguments: list[str]) -> list[Finding]:
    command = ["buf", check, str(proto), "--error-format", "json", *arguments]
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    except FileNotFoundError:
        raise ToolError("buf is not installed: pip install 'libtalos[contracts]'") from None
    if result.returncode not in (0, _ANNOTATIONS):
        raise ToolError(f"`buf {check}` failed: {result.stderr.strip() or result.stdout.strip()}")
    return [_finding(check, json.loads(line)) for line in result.stdout.splitlines()]


def _environment() -> dict[str, str]:
    # The wheel puts buf beside the interpreter, which need not be on the PATH.
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def _finding(check: str, item: dict[str, object]) -> Finding:
    where = f"{item.get('path', '-')}:{item.get('start_line', 1)}"
    return Finding(check=check, where=where, message=f"{item.get('message')} ({item.get('type')})")
