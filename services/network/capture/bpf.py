"""Classic BPF programs, as packet sockets take them (linux/filter.h)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

# BPF_MAXINSNS
LONGEST: Final = 4096
_INSTRUCTION: Final = struct.Struct("=HBBI")


class Instruction(msgspec.Struct, frozen=True):
    """One instruction: operation, jumps if true and if false, operand."""

    op: int
    jt: int
    jf: int
    k: int


def pack(program: Sequence[Instruction]) -> bytes:
    """Return the program as the kernel takes it. Raises ValueError that says what is wrong with it."""
    if len(program) > LONGEST:
        raise ValueError(f"a filter has {LONGEST} instructions at most, this one has {len(program)}")
    packed = []
    for number, each in enumerate(program):
        try:
            packed.append(_INSTRUCTION.pack(each.op, each.jt, each.jf, each.k))
        except struct.error as error:
            raise ValueError(f"instruction {number} of the filter does not fit: {error}") from error
    return b"".join(packed)
