"""Drift: what is checked in must equal what the protos give today, both the stubs and the recording."""

from __future__ import annotations

import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.diff import differences
from libtalos.contracts.files import read_tree
from libtalos.contracts.generate import generate
from libtalos.contracts.layout import Finding

REGENERATE = "run `talos contracts generate`"
RECORD = "run `talos contracts record`"


def stubs(proto: Path, gen: Path) -> list[Finding]:
    """Return how the checked-in stubs differ from a fresh generation. Raises GenerationError."""
    with tempfile.TemporaryDirectory(prefix="talos-contracts-") as scratch:
        fresh = Path(scratch) / "gen"
        generate(proto, fresh)
        wanted, found = _modules(fresh), _modules(gen)
    return [
        _stale(gen, name, wanted, found)
        for name in sorted(wanted.keys() | found.keys())
        if _differs(name, wanted, found)
    ]


def recording(directory: Path, files: pb.FileDescriptorSet) -> list[Finding]:
    """Return how the recorded descriptor sets differ from files, by element where an element differs."""
    wanted = lock.render(files)
    found = {name: data for name, data in read_tree(directory).items() if name.endswith(lock.SUFFIX)}
    findings = [_unrecorded(name, "is not recorded") for name in sorted(wanted.keys() - found.keys())]
    findings += [
        _unrecorded(name, "is recorded but no longer in proto/") for name in sorted(found.keys() - wanted.keys())
    ]
    for name in sorted(wanted.keys() & found.keys()):
        if wanted[name] != found[name]:
            findings += _differing(directory, name, wanted[name])
    return findings


def _modules(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in read_tree(root).items() if name.endswith((".py", ".pyx"))}


def _differs(name: str, wanted: dict[str, bytes], found: dict[str, bytes]) -> bool:
    return wanted.get(name) != found.get(name)


def _stale(gen: Path, name: str, wanted: dict[str, bytes], found: dict[str, bytes]) -> Finding:
    what = "is missing" if name not in found else "is stale" if name in wanted else "belongs to no proto"
    return Finding(check="drift", where=str(gen / name), message=f"{what}: {REGENERATE}")


def _differing(directory: Path, name: str, wanted: bytes) -> list[Finding]:
    package = name.removesuffix(lock.SUFFIX)
    before = lock.read_package(directory, package)
    changes = differences(before.file, pb.FileDescriptorSet.FromString(wanted).file)
    described = [change.describe() for change in changes] or ["options or imports differ from the recording"]
    return [_unrecorded(name, text) for text in described]


def _unrecorded(name: str, what: str) -> Finding:
    return Finding(check="lock", where=f"proto/lock/{name}", message=f"{what}: {RECORD}")
