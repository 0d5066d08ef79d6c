"""What a process and the helper that forks for it have to agree on. Needs nothing: whoever only asks loads no more."""

import errno

TYPE_CHECKING = False  # typing is not for the helper
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

MAX_REQUEST = 128 * 1024
MAX_FDS = 250  # the kernel takes 253 in one message
# what a child says begins with one of these: why it failed, or what it went on without
ERROR = "!"
NOTE = "-"
UMASK = 0o022
# the errors of a kernel, or of what confines this process, that has no clone3(2) as it is wanted here
NOT_HERE = frozenset({errno.ENOSYS, errno.EPERM, errno.EINVAL, errno.E2BIG, errno.EOPNOTSUPP})


class Order:
    """A libtalos.linux.launch.Launch as it comes over the link: an order leaves out what is as here."""

    module: "str | None" = None
    cwd = "/"
    join: "tuple[str, ...]" = ()
    stdin: "int | None" = None
    stdout: "int | None" = None
    stderr: "int | None" = None
    listen: "Mapping[str, int]" = {}  # noqa: RUF012 typing is not for this process
    uid: "int | None" = None
    gid: "int | None" = None
    groups: "tuple[int, ...]" = ()
    allowed: "int | None" = None
    highest = 0
    no_new_privileges = False
    oom_score_adj: "int | None" = None
    nice = 0
    umask = UMASK
    rlimits: "Mapping[int, tuple[int, int]]" = {}  # noqa: RUF012
    group: "int | None" = None

    def __init__(self, order: "Mapping[str, Any]", fds: "Sequence[int]") -> None:
        """Take an order; descriptors in it are places in `fds`."""
        self.__dict__.update(order)
        for name in ("stdin", "stdout", "stderr"):
            if name in order:
                self.__dict__[name] = fds[order[name]]
        if self.listen:
            self.listen = {name: fds[place] for name, place in self.listen.items()}
        self.directory = None if self.group is None else fds[self.group]
