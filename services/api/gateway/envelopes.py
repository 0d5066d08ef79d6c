"""The answers of several nodes in one, as upstream's apid makes it, without a look into the messages.

Every enveloped answer is `repeated X messages = 1`, and every X, as every message of a stream, has `common.Metadata
metadata = 1`. Fields of a message may come in any order, so that a node's name is appended.
"""

from __future__ import annotations

from libtalos.bus.errors import BusError
from libtalos.bus.wire import WireError, encoder_of
from libtalos.gen import common
from libtalos.gen.google.rpc import Status

# field 1, length-delimited
_TAG = b"\x0a"
_MOST_OF_VARINT = 10


def reply_of(node: str, reply: bytes) -> bytes:
    """A node's unary answer with its name in each message. Raises WireError for one that is no such answer."""
    name = _field(encoder_of(common.Metadata)(common.Metadata(hostname=node)))
    parts, position = [], 0
    while position < len(reply):
        if reply[position : position + 1] != _TAG:
            raise WireError(f"byte {position}: not an answer with a list of messages")
        size, begin = _varint(reply, position + 1)
        position = begin + size
        if position > len(reply):
            raise WireError(f"byte {begin}: the message is cut off")
        parts.append(_field(reply[begin:position] + name))
    return b"".join(parts) or _field(name)


def item_of(node: str, message: bytes) -> bytes:
    """A message of a node's stream with its name."""
    return message + _field(encoder_of(common.Metadata)(common.Metadata(hostname=node)))


def failed_reply(node: str, error: BusError) -> bytes:
    """What stands for the unary answer of a node that failed."""
    return _field(failed_item(node, error))


def failed_item(node: str, error: BusError) -> bytes:
    """What stands in a stream for a node that failed."""
    status = Status(code=int(error.code), message=error.message, details=list(error.details))
    text = f"rpc error: code = {_go_name(error)} desc = {error.message}"
    return _field(encoder_of(common.Metadata)(common.Metadata(hostname=node, error=text, status=status)))


def _field(data: bytes) -> bytes:
    return _TAG + _size(len(data)) + data


def _size(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = 0
    for index in range(_MOST_OF_VARINT):
        if position + index >= len(data):
            break
        byte = data[position + index]
        value |= (byte & 0x7F) << 7 * index
        if byte < 0x80:
            return value, position + index + 1
    raise WireError(f"byte {position}: not a length")


def _go_name(error: BusError) -> str:
    """The name of a status as Go prints it: NotFound."""
    return error.code.name.title().replace("_", "")
