"""Files as Go describes them, which is what upstream's clients read."""

from __future__ import annotations

import stat

# Go's os.FileMode (io/fs): permissions below, the type and the special bits from the top
_TYPES = {
    stat.S_IFDIR: 1 << 31,
    stat.S_IFLNK: 1 << 27,
    stat.S_IFBLK: 1 << 26,
    stat.S_IFIFO: 1 << 25,
    stat.S_IFSOCK: 1 << 24,
    # a character device is a device, too
    stat.S_IFCHR: 1 << 26 | 1 << 21,
    stat.S_IFREG: 0,
}
_IRREGULAR = 1 << 19
_SPECIAL = {stat.S_ISUID: 1 << 23, stat.S_ISGID: 1 << 22, stat.S_ISVTX: 1 << 20}
_PERMISSIONS = 0o777


def go_mode(st_mode: int) -> int:
    """Return Go's FileMode of the kernel's st_mode."""
    special = sum(bit for kernel, bit in _SPECIAL.items() if st_mode & kernel)
    return _TYPES.get(stat.S_IFMT(st_mode), _IRREGULAR) | special | st_mode & _PERMISSIONS


def absolute(root: str) -> str:
    """Return the directory that a listing means: upstream puts the missing slash in front."""
    return root if root.startswith("/") else f"/{root}"


def is_directory(st_mode: int) -> bool:
    """Return whether the kernel's st_mode is a directory's."""
    return stat.S_ISDIR(st_mode)
