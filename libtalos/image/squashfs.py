"""Pack a tree into a squashfs whose bytes depend on nothing but the tree, the time and the level."""

from __future__ import annotations

from pathlib import Path

from libtalos.image.command import base_environment, run


def pack(root: Path, image: Path, *, created: int, level: int) -> None:
    """Write the image with zstd at a level (1 to 22). created: seconds since 1970, the time of every inode.

    mksquashfs sorts directories and places fragments the same way on any number of processors; owners become root.
    """
    options = {"-comp": "zstd", "-Xcompression-level": level, "-mkfs-time": created, "-all-time": created}
    flags = ["-noappend", "-all-root", "-no-xattrs", "-no-exports", "-no-progress", "-quiet"]
    words = [str(word) for option in options.items() for word in option]
    run(["mksquashfs", str(root), str(image), *flags, *words], env=base_environment())
