"""Errors of the domain and of the kernel in the bus's vocabulary."""

import errno

import pytest

from libtalos.bus.errors import (
    BusError,
    FailedPreconditionError,
    InvalidArgumentError,
    NotFoundError,
    PermissionDeniedError,
    ResourceExhaustedError,
)
from libtalos.mounts import StepError
from libtalos.mounts.rows import LinkRow
from services.filesystem.etcfiles import KeptEtcFileError, UnknownEtcFileError
from services.filesystem.failures import on_the_bus
from services.filesystem.meta.medium import UnfitMediumError
from services.filesystem.meta.places import MetaPlaceError
from services.filesystem.meta.values import FullError, NoValueError
from services.filesystem.reading import NotRegularError
from services.filesystem.wipe.errors import OrderError, UnknownDeviceError, UnknownLabelError, WipeError


def test_a_step_of_the_mount_table_fails_as_its_cause_does() -> None:
    row = LinkRow(target="/x", to="y")
    for cause, kind in (
        (OSError(errno.ENOSPC, "No space"), ResourceExhaustedError),
        (OSError(errno.EBUSY, "busy"), FailedPreconditionError),
        (ValueError("odd"), FailedPreconditionError),
    ):
        with pytest.raises(kind, match=r"/etc/x: /x .link.: cannot link: "), on_the_bus("/etc/x"):
            raise StepError(row=row, step="link", cause=cause) from cause


@pytest.mark.parametrize(
    ("error", "kind", "message"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), NotFoundError, "/x: No such file"),
        (PermissionError(errno.EACCES, "Permission denied"), PermissionDeniedError, "/x: Permission denied"),
        (OSError(errno.ENOSPC, "No space"), ResourceExhaustedError, "/x: No space"),
        (OSError(errno.ENAMETOOLONG, "too long"), InvalidArgumentError, "/x: too long"),
        (OSError(errno.EIO, "I/O error"), FailedPreconditionError, "/x: I/O error"),
        (OSError("without a number"), FailedPreconditionError, "/x: without a number"),
        (UnknownEtcFileError("what"), NotFoundError, "/x: what"),
        (KeptEtcFileError("kept"), FailedPreconditionError, "/x: kept"),
        (NotRegularError("not a regular file"), InvalidArgumentError, "/x: not a regular file"),
        (NoValueError("no value"), NotFoundError, "/x: no value"),
        (FullError("full"), ResourceExhaustedError, "/x: full"),
        (UnfitMediumError("short"), FailedPreconditionError, "/x: short"),
        (MetaPlaceError("none"), FailedPreconditionError, "/x: none"),
        (UnknownDeviceError("what"), NotFoundError, "/x: what"),
        (UnknownLabelError("what"), NotFoundError, "/x: what"),
        (OrderError("twice"), InvalidArgumentError, "/x: twice"),
        (WipeError("in use"), FailedPreconditionError, "/x: in use"),
        (ValueError("embedded null byte"), InvalidArgumentError, "/x: embedded null byte"),
    ],
)
def test_errors_are_translated(error: Exception, kind: type[BusError], message: str) -> None:
    with pytest.raises(kind) as caught, on_the_bus("/x"):
        raise error
    assert caught.value.message == message
    assert caught.value.__cause__ is error


def test_errors_of_the_bus_and_faults_pass() -> None:
    for error in (InvalidArgumentError("as it is"), ZeroDivisionError()):
        with pytest.raises(type(error)) as caught, on_the_bus("/x"):
            raise error
        assert caught.value is error


def test_a_long_subject_is_cut() -> None:
    with pytest.raises(NotFoundError) as caught, on_the_bus("/" + "a" * 5000):
        raise FileNotFoundError(errno.ENOENT, "No such file")
    assert len(caught.value.message) < 400
    assert caught.value.message.endswith("a...: No such file")
