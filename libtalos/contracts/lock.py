"""proto/lock: the recorded descriptor set of each contract, one self-contained file per package.

The files are plain `google.protobuf.FileDescriptorSet`s without source information, imports first, so that any
protobuf tool reads them, and the same protos always give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

from google.protobuf import descriptor_pb2 as pb
from google.protobuf.message import DecodeError

from libtalos.contracts.descriptors import merge, ordered, package_closure, packages
from libtalos.contracts.files import replace_tree
from libtalos.contracts.layout import ContractError

SUFFIX = ".binpb"


def render(files: pb.FileDescriptorSet) -> dict[str, bytes]:
    """Return the bytes to record, by file name."""
    return {name + SUFFIX: _serialize(package_closure(files, name)) for name in packages(files)}


def write(directory: Path, files: pb.FileDescriptorSet) -> None:
    """Record files in directory; what was recorded before goes."""
    replace_tree(directory, render(files))


def read(directory: Path) -> pb.FileDescriptorSet:
    """Return the union of all that is recorded. Raises ContractError if a file is damaged or nothing is recorded."""
    paths = sorted(directory.glob(f"*{SUFFIX}"))
    if not paths:
        raise ContractError(f"nothing is recorded in {directory}: run `talos contracts record`")
    return merge(_parse(path) for path in paths)


def read_package(directory: Path, package: str) -> pb.FileDescriptorSet:
    """Return the recording of one package. Raises ContractError if there is none or it is damaged."""
    path = directory / f"{package}{SUFFIX}"
    if not path.is_file():
        known = ", ".join(sorted(item.stem for item in directory.glob(f"*{SUFFIX}")))
        raise ContractError(f"contract {package} is not recorded in {directory}; recorded are: {known or 'none'}")
    return _parse(path)


def packaged() -> pb.FileDescriptorSet:
    """Return the contracts that this installation of libtalos was generated from (where there is no repository)."""
    from libtalos.gen import index  # noqa: PLC0415 (60 KB that only this function needs)

    return pb.FileDescriptorSet(file=ordered(pb.FileDescriptorProto.FromString(raw) for raw in index.FILES.values()))


def _serialize(files: pb.FileDescriptorSet) -> bytes:
    return bytes(files.SerializeToString(deterministic=True))


def _parse(path: Path) -> pb.FileDescriptorSet:
    try:
        return pb.FileDescriptorSet.FromString(path.read_bytes())
    except DecodeError as error:
        raise ContractError(f"{path} is no descriptor set ({error}): restore it from git, or record it anew") from None
