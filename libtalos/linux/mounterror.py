"""What the mount system calls fail with: the call, the path, the errno's name, the kernel's own words, a hint."""

import errno
import os
from collections.abc import Mapping
from typing import Final

ANY_HINTS: Final[Mapping[int, str]] = {
    errno.EPERM: "CAP_SYS_ADMIN is needed in the user namespace that owns this mount namespace",
    errno.ENOENT: "the source or the target does not exist",
    errno.ENOMEM: "the kernel has no memory left for it",
}


class MountError(OSError):
    """A mount system call failed. Its text has all of the parts; `kernel` is what the fs context's log said, if any."""

    def __init__(self, number: int, *, call: str, path: str, kernel: tuple[str, ...] = (), hint: str = "") -> None:
        """Take the errno, the call with its arguments, and the path that it was about."""
        said = f"; the kernel says: {'; '.join(kernel)}" if kernel else ""
        advice = f" ({hint})" if hint else ""
        super().__init__(number, f"{call}: {errno_name(number)}: {os.strerror(number)}{said}{advice}")
        self.call = call
        self.path = path
        self.kernel = kernel
        self.hint = hint


def errno_name(number: int) -> str:
    """Return the name of an errno: 2 is ENOENT."""
    return errno.errorcode.get(number, f"errno {number}")
