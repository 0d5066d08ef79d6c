"""What is asked of nftables itself, without its program: whether the table is there, and who changes it.

Numbers: include/uapi/linux/netfilter/nfnetlink.h and nf_tables.h.
"""

from __future__ import annotations

import errno
import struct
from typing import TYPE_CHECKING, Final

from services.network.firewall.table import NAME
from services.network.netlink import (
    NETLINK_NETFILTER,
    NetlinkListener,
    NetlinkSocket,
    attribute_list,
    attributes,
    pack_attributes,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NFNL_SUBSYS_NFTABLES: Final = 10
NFNLGRP_NFTABLES: Final = 7
NFPROTO_INET: Final = 1
NFT_MSG_GETTABLE: Final = 1
NFT_MSG_NEWGEN: Final = 15
# the name of the table is the first attribute of every message but NEWGEN (NFTA_TABLE_NAME, NFTA_RULE_TABLE …)
_TABLE: Final = 1
_TABLE_FLAGS: Final = 2
_NFGENMSG: Final = struct.Struct("=BBH")
_NAME: Final = NAME.encode() + b"\0"


def table_flags() -> int | None:
    """Return the flags of the node's table in the thread's network namespace, None if there is no table.

    A kernel without nftables has none either. Raises OSError.
    """
    try:
        netlink = NetlinkSocket(NETLINK_NETFILTER)
    except OSError as error:
        if error.errno == errno.EPROTONOSUPPORT:
            return None
        raise
    try:
        payload = _NFGENMSG.pack(NFPROTO_INET, 0, 0) + pack_attributes({_TABLE: _NAME})
        answer = netlink.ask(NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_GETTABLE, payload)
    except OSError as error:
        if error.errno in {errno.ENOENT, errno.EINVAL}:
            return None
        raise
    finally:
        netlink.close()
    return int.from_bytes(attributes(answer[_NFGENMSG.size :]).get(_TABLE_FLAGS, b"\0\0\0\0"), "big")


def concerns_table(kind: int, payload: bytes) -> bool:
    """Tell whether a message of NFNLGRP_NFTABLES is about the node's table."""
    if kind >> 8 != NFNL_SUBSYS_NFTABLES or kind & 0xFF == NFT_MSG_NEWGEN or payload[:1] != bytes([NFPROTO_INET]):
        return False
    return any(key == _TABLE and value == _NAME for key, value in attribute_list(payload[_NFGENMSG.size :]))


class TableMonitor(NetlinkListener):
    """Calls back after somebody has changed the node's table; the tables of others are no concern of it."""

    def __init__(self, *, changed: Callable[[], None]) -> None:
        """Open the socket in the thread's network namespace; raises OSError.

        changed is called once for a burst of messages, and when the kernel had to drop some.
        """
        self._changed = changed
        super().__init__(NETLINK_NETFILTER, group=NFNLGRP_NFTABLES)
        self._buffer = bytearray(65536)

    def _readable(self) -> None:
        concerned = False
        while (heard := self._hear()) is not None:
            concerned = concerned or heard
        if concerned:
            self._changed()

    def _hear(self) -> bool | None:
        """Whether the next messages concern the table; None if there are none."""
        try:
            size = self._socket.recv_into(self._buffer)
        except BlockingIOError:
            return None
        except OSError as error:
            if error.errno != errno.ENOBUFS:
                raise
            return True
        return any(concerns_table(each.type, each.payload) for each in split(bytes(self._buffer[:size])))
