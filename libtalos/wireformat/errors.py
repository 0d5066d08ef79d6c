"""What can be wrong with bytes, and with a message."""

from __future__ import annotations

# As in protobuf: the outer message and 100 in each other; an entry of a map counts as a message.
MAX_DEPTH = 100
# Submessages and map entries of one message. Two bytes on the wire can be a kilobyte in memory.
MAX_MESSAGES = 100_000


class WireError(ValueError):
    """The bytes are not such a message; the text names the byte."""


class EncodeError(ValueError):
    """The message has a value that its type does not allow; the text names the field."""


def too_deep(position: int) -> WireError:
    """The refusal of one more message inside of MAX_DEPTH others."""
    return WireError(f"more than {MAX_DEPTH} messages in each other at byte {position}")


def too_many(position: int) -> WireError:
    """The refusal of one more message after MAX_MESSAGES others."""
    return WireError(f"more than {MAX_MESSAGES} messages and map entries at byte {position}")


def cut_off(name: str, position: int) -> WireError:
    """The refusal of a field that goes on after its message, which is called name."""
    return WireError(f"{name}: a field ends after its message, at byte {position}")


def no_text(name: str, position: int) -> WireError:
    """The refusal of a string that is not UTF-8."""
    return WireError(f"{name}: the text at byte {position} is not UTF-8")
