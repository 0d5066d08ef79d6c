"""Mount options that are flags, as mount(8) names them; every other option goes to the file system as it is."""

from collections.abc import Iterable
from typing import Final

from libtalos.linux import mount

FLAGS: Final = {
    "ro": mount.MS_RDONLY,
    "nosuid": mount.MS_NOSUID,
    "nodev": mount.MS_NODEV,
    "noexec": mount.MS_NOEXEC,
    "noatime": mount.MS_NOATIME,
    "relatime": mount.MS_RELATIME,
    "strictatime": mount.MS_STRICTATIME,
    "lazytime": mount.MS_LAZYTIME,
    "nosymfollow": mount.MS_NOSYMFOLLOW,
}
# What a mount is watched for: the times of access are a matter of speed alone.
GUARDS: Final = mount.MS_RDONLY | mount.MS_NOSUID | mount.MS_NODEV | mount.MS_NOEXEC | mount.MS_NOSYMFOLLOW


def flags_and_data(options: Iterable[str]) -> tuple[int, str]:
    """Split mount options into flags for mount(2) and the text for the file system."""
    chosen = tuple(options)
    return flags_of(chosen), ",".join(option for option in chosen if option not in FLAGS)


def flags_of(options: Iterable[str]) -> int:
    """Return the flags among mount options."""
    flags = 0
    for option in options:
        flags |= FLAGS.get(option, 0)
    return flags


def flag_names(flags: int) -> str:
    """Return flags as people write them."""
    return ",".join(name for name, flag in FLAGS.items() if flags & flag)
