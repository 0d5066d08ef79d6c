"""What a program needs, read from ELF files made here and from the running interpreter."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from libtalos.image import elf

STRINGS = b"\0libfoo.so.1\0libc.so.6\0"
INTERPRETER = b"/lib64/ld.so\0"


def program(*, dynamic: bool = True) -> bytes:
    """The smallest ELF file with an interpreter and two needed libraries; loaded at 0x1000."""
    headers = 64 + 3 * 56
    interpreter_at, strings_at = headers, headers + len(INTERPRETER)
    entries = [(5, 0x1000 + strings_at), (1, 1), (1, 13), (0, 0), (1, 99)]
    table = b"".join(struct.pack("<qQ", *entry) for entry in entries) if dynamic else b""
    table_at = strings_at + len(STRINGS)
    parts = [(3, interpreter_at, len(INTERPRETER)), (1, 0, table_at), (2 if dynamic else 4, table_at, len(table))]
    ident = b"\x7fELF\x02\x01\x01".ljust(16, b"\0")
    header = ident + struct.pack("<HHIQQQIHHHHHH", 2, 62, 1, 0, 64, 0, 0, 64, 56, len(parts), 0, 0, 0)
    segments = b"".join(
        struct.pack("<IIQQQQQQ", kind, 4, offset, 0x1000 + offset, 0, size, size, 8) for kind, offset, size in parts
    )
    return header + segments + INTERPRETER + STRINGS + table


def test_interpreter_and_libraries_up_to_the_end_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "program"
    path.write_bytes(program())
    assert elf.read(path) == elf.Elf("/lib64/ld.so", ("libfoo.so.1", "libc.so.6"))


def test_a_static_program_needs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "program"
    path.write_bytes(program(dynamic=False))
    assert elf.read(path) == elf.Elf("/lib64/ld.so", ())


def test_other_files_are_no_elf(tmp_path: Path) -> None:
    path = tmp_path / "script"
    for content in (b"", b"#!/bin/sh\n", b"\x7fELF\x01\x01 32 bit"):
        path.write_bytes(content)
        assert elf.read(path) is None


def test_a_real_program() -> None:
    found = elf.read(Path(sys.executable).resolve())
    assert found is not None
    assert "libc.so.6" in found.needed
    assert found.interpreter is not None
    assert Path(found.interpreter).exists()
