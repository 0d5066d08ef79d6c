"""What goes wrong with files, in the bus's vocabulary."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    ResourceExhaustedError,
)
from libtalos.mounts import StepError
from services.filesystem.disks.errors import DiskError, UnknownDiskError
from services.filesystem.etcfiles import KeptEtcFileError, UnknownEtcFileError
from services.filesystem.meta.medium import UnfitMediumError
from services.filesystem.meta.places import MetaPlaceError
from services.filesystem.meta.values import FullError, NoValueError
from services.filesystem.reading import NotRegularError
from services.filesystem.volumes.keeper import FailedVolumeError, UnknownVolumeError
from services.filesystem.volumes.requests import UnknownRequestError
from services.filesystem.wipe.errors import OrderError, UnknownDeviceError, UnknownLabelError, WipeError

_BY_NUMBER: Final[dict[int, type[BusError]]] = {
    errno.ENOENT: NotFoundError,
    errno.ENOTDIR: NotFoundError,
    errno.ENXIO: NotFoundError,
    errno.EACCES: PermissionDeniedError,
    errno.EPERM: PermissionDeniedError,
    errno.EXDEV: PermissionDeniedError,
    errno.ENAMETOOLONG: InvalidArgumentError,
    errno.EINVAL: InvalidArgumentError,
    errno.ENOSPC: ResourceExhaustedError,
    errno.EDQUOT: ResourceExhaustedError,
    errno.EMFILE: ResourceExhaustedError,
    errno.ENOMEM: ResourceExhaustedError,
}
_BY_CLASS: Final[tuple[tuple[type[Exception], type[BusError]], ...]] = (
    (UnknownEtcFileError, NotFoundError),
    (KeptEtcFileError, FailedPreconditionError),
    (NotRegularError, InvalidArgumentError),
    (NoValueError, NotFoundError),
    (FullError, ResourceExhaustedError),
    (UnfitMediumError, FailedPreconditionError),
    (MetaPlaceError, FailedPreconditionError),
    (UnknownDiskError, NotFoundError),
    (DiskError, FailedPreconditionError),
    (UnknownDeviceError, NotFoundError),
    (UnknownLabelError, NotFoundError),
    (OrderError, InvalidArgumentError),
    (WipeError, FailedPreconditionError),
    (UnknownVolumeError, NotFoundError),
    (UnknownRequestError, NotFoundError),
    (FailedVolumeError, FailedPreconditionError),
    (ValueError, InvalidArgumentError),
)
_SUBJECT_MAX: Final = 300  # characters of a status message, which travels in a header


@contextmanager
def on_the_bus(subject: str) -> Iterator[None]:
    """Turn the domain's and the kernel's errors about subject (a path) into those of the bus."""
    subject = subject if len(subject) <= _SUBJECT_MAX else f"{subject[:_SUBJECT_MAX]}..."
    try:
        yield
    except StepError as error:
        number = error.__cause__.errno if isinstance(error.__cause__, OSError) else None
        raise _BY_NUMBER.get(number or 0, FailedPreconditionError)(f"{subject}: {error}") from error
    except OSError as error:
        kind = _BY_NUMBER.get(error.errno or 0, FailedPreconditionError)
        raise kind(f"{subject}: {error.strerror or error}") from error
    except tuple(source for source, _ in _BY_CLASS) as error:
        kind = next(kind for source, kind in _BY_CLASS if isinstance(error, source))
        raise kind(f"{subject}: {error}") from error
