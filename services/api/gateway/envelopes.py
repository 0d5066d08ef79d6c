"""The answers of several nodes in one, as upstream's apid makes it, without a look into the messages.

Every enveloped answer is `repeated X messages = 1`, and every X, as every message of a stream, has `common.Metadata
metadata = 1`. Fields of a message may come in any order, so that a node's name is appended.
"""

from __future__ import annotations

from libtalos.bus.errors import BusError
from libtalos.bus.wire import WireError, encoder_of
from libtalos.gen import common
from libtalos.gen.google.rpc import Status
from libtalos.wireformat.errors import cut_off
from libtalos.wireformat.pure import read_length, varint

# field 1, length-delimited
_TAG = b"\x0a"


def reply_of(node: str, reply: bytes) -> bytes:
    """A node's unary answer with its name in each message. Raises WireError for one that is no such answer."""
    name = _field(encoder_of(common.Metadata)(common.Metadata(hostname=node)))
    parts, position = [], 0
    while position < len(reply):
        if reply[position : position + 1] != _TAG:
            raise WireError(f"byte {position}: not an answer with a list of messages")
        try:
            size, begin = read_length(reply, position + 1)
        except IndexError:
            raise cut_off("messages", position) from None
        position = begin + size
        if position > len(reply):
            raise cut_off("messages", begin)
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
    return _TAG + varint(len(data)) + data


def _go_name(error: BusError) -> str:
    """The name of a status as Go prints it: NotFound."""
    return error.code.name.title().replace("_", "")
