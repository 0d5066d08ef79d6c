"""Routing rules on the wire. Layouts and numbers: linux/fib_rules.h."""

from __future__ import annotations

import socket
import struct
from ipaddress import ip_network
from typing import TYPE_CHECKING

from services.network.layers.words import Family
from services.network.netlink import attributes, pack_attributes, u32
from services.network.state import LinkName, Rule

if TYPE_CHECKING:
    from services.network.state import Prefix

RTM_NEWRULE, RTM_DELRULE, RTM_GETRULE = 32, 33, 34
FRA_DST, FRA_SRC, FRA_IIFNAME, FRA_PRIORITY, FRA_FWMARK = 1, 2, 3, 6, 10
FRA_TABLE, FRA_FWMASK, FRA_OIFNAME, FRA_PROTOCOL = 15, 16, 17, 21

_RULE = struct.Struct("=BBBBBBBBI")
DUMP_RULES = _RULE.pack(socket.AF_UNSPEC, 0, 0, 0, 0, 0, 0, 0, 0)


def is_ip_rule(payload: bytes) -> bool:
    """Tell whether a dumped rule is one of IPv4 or IPv6: there are some for multicast, too."""
    return payload[0] in set(Family)


def decode_rule(payload: bytes) -> Rule:
    """Decode an RTM_NEWRULE."""
    family, destination, source, _, table, _, _, action, _ = _RULE.unpack_from(payload)
    values = attributes(payload[_RULE.size :])
    return Rule(
        family=Family(family),
        priority=_number(values, FRA_PRIORITY),
        source=_prefix(values.get(FRA_SRC), source),
        destination=_prefix(values.get(FRA_DST), destination),
        table=_number(values, FRA_TABLE) or table,
        action=action,
        in_link=_name(values.get(FRA_IIFNAME)),
        out_link=_name(values.get(FRA_OIFNAME)),
        fw_mark=_number(values, FRA_FWMARK),
        fw_mask=_number(values, FRA_FWMASK),
        protocol=values.get(FRA_PROTOCOL, b"\0")[0],
    )


def encode_rule(rule: Rule) -> bytes:
    """Encode an RTM_NEWRULE or RTM_DELRULE."""
    header = _RULE.pack(
        rule.family,
        0 if rule.destination is None else rule.destination.prefixlen,
        0 if rule.source is None else rule.source.prefixlen,
        0,
        rule.table if rule.table < 256 else 0,
        0,
        0,
        rule.action,
        0,
    )
    return header + pack_attributes(_values(rule))


def _values(rule: Rule) -> dict[int, bytes]:
    values = {FRA_PRIORITY: u32(rule.priority), FRA_PROTOCOL: bytes((rule.protocol,))}
    if rule.table:
        values[FRA_TABLE] = u32(rule.table)
    if rule.source is not None:
        values[FRA_SRC] = rule.source.network_address.packed
    if rule.destination is not None:
        values[FRA_DST] = rule.destination.network_address.packed
    if rule.in_link is not None:
        values[FRA_IIFNAME] = rule.in_link.encode() + b"\0"
    if rule.out_link is not None:
        values[FRA_OIFNAME] = rule.out_link.encode() + b"\0"
    if rule.fw_mark or rule.fw_mask:
        values |= {FRA_FWMARK: u32(rule.fw_mark), FRA_FWMASK: u32(rule.fw_mask)}
    return values


def _prefix(address: bytes | None, length: int) -> Prefix | None:
    return None if address is None else ip_network((address, length))


def _name(value: bytes | None) -> LinkName | None:
    return None if value is None else LinkName(value.split(b"\0")[0].decode(errors="replace"))


def _number(values: dict[int, bytes], kind: int) -> int:
    value: int = struct.unpack("=I", values[kind])[0] if kind in values else 0
    return value
