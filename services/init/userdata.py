"""The machine config of the container platform: base64 of the YAML in the environment variable USERDATA."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from functools import partial

import msgspec

from libtalos.config import ConfigError, load_documents
from libtalos.config.validation import Mode, validate_documents
from libtalos.linux.apart import ApartError, apart

PLATFORM = "container"


class UserdataError(Exception):
    """There is no usable machine config in the environment; the message says why.

    readable: there is one, but it is not valid.
    """

    def __init__(self, message: str, *, readable: bool = False) -> None:
        super().__init__(message)
        self.readable = readable


def read_userdata(environment: Mapping[str, str]) -> bytes:
    """The YAML text. Raises UserdataError if there is none or it is not base64."""
    platform = environment.get("PLATFORM", "")
    if platform != PLATFORM:
        raise UserdataError(f'PLATFORM is "{platform}", only "{PLATFORM}" is supported')
    encoded = environment.get("USERDATA", "")
    if not encoded:
        raise UserdataError("USERDATA is empty: pass the machine config, base64-encoded, in it")
    try:
        return base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise UserdataError(f"USERDATA is not valid base64: {error}") from error


class Userdata(msgspec.Struct, frozen=True):
    """A valid machine config: its text, and what is in it that has no effect yet."""

    text: str
    warnings: tuple[str, ...]


def load_userdata(environment: Mapping[str, str]) -> Userdata:
    """Read and check the config. Raises UserdataError with what is wrong and where."""
    text = read_userdata(environment)
    # YAML and certificates take more than 10 MB of libraries, for this one moment in the life of PID 1
    try:
        problem, warnings = apart(partial(_check, text))
    except (ApartError, OSError) as error:
        raise UserdataError(f"the machine config in USERDATA cannot be checked: {error}") from error
    if problem:
        raise UserdataError(f"the machine config in USERDATA is not valid: {problem}", readable=True)
    return Userdata(text=text.decode(), warnings=warnings)


def _check(text: bytes) -> tuple[str, tuple[str, ...]]:
    """What is wrong with a config, nothing if it can be used, and the warnings."""
    try:
        return "", validate_documents(load_documents(text), Mode.CONTAINER)
    except ConfigError as error:
        return str(error), ()
