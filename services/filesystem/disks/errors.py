"""What keeps a disk from being provisioned; each message names the disk and what to do."""


class DiskError(Exception):
    """The disk is not as it has to be."""


class UnknownDiskError(DiskError):
    """There is no such disk, or it is not said which one."""


class NotEmptyError(DiskError):
    """There is something on the disk."""


class DiskInUseError(DiskError):
    """Somebody works with the disk."""
