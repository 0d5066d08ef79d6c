"""proto/lock: self-contained, deterministic, and clear about what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import lock
from libtalos.contracts.descriptors import Types, methods, packages
from libtalos.contracts.files import read_tree, replace_tree
from libtalos.contracts.layout import ContractError, Layout

FILES = lock.packaged()


def test_the_recording_equals_what_the_stubs_were_made_from(layout: Layout) -> None:
    """proto/lock and gen/index.py say the same."""
    assert lock.render(FILES) == read_tree(layout.lock)


def test_every_file_stands_alone(layout: Layout) -> None:
    """Any protobuf tool can load one recorded contract without the others."""
    for package in packages(FILES):
        recorded = lock.read_package(layout.lock, package)
        types = Types(recorded)
        for method in methods(recorded, package):
            assert types.message(method.request) is not None


def test_rendering_does_not_depend_on_the_order(layout: Layout) -> None:
    """The same files in another order give the same bytes."""
    assert lock.render(pb.FileDescriptorSet(file=reversed(FILES.file))) == lock.render(FILES)


def test_reading_says_what_is_wrong(layout: Layout, tmp_path: Path) -> None:
    """Nothing recorded, an unknown contract and a damaged file are told apart."""
    with pytest.raises(ContractError, match=r"nothing is recorded in .*talos contracts record"):
        lock.read(tmp_path / "nowhere")
    with pytest.raises(ContractError, match=r"talos\.time\.v1 is not recorded .*talos\.network\.v1"):
        lock.read_package(layout.lock, "talos.time.v1")
    (layout.lock / "machine.binpb").write_bytes(b"\xff\xff")
    with pytest.raises(ContractError, match=r"machine\.binpb is no descriptor set"):
        lock.read(layout.lock)


def test_replacing_touches_only_what_changed(tmp_path: Path) -> None:
    """Unchanged files keep their inode, others go, empty directories too."""
    replace_tree(tmp_path, {"a/kept": b"1", "b/gone": b"2"})
    inode = (tmp_path / "a" / "kept").stat().st_ino
    replace_tree(tmp_path, {"a/kept": b"1", "new": b"3"})
    assert read_tree(tmp_path) == {"a/kept": b"1", "new": b"3"}
    assert (tmp_path / "a" / "kept").stat().st_ino == inode
    assert not (tmp_path / "b").exists()
