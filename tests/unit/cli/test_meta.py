"""`talos meta`: what reaches the node, what is refused before, and what the node says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def meta(node: Any) -> dict[int, bytes]:
    """What the node holds."""
    found: dict[int, bytes] = node.components["api"].machine.meta
    return found


@pytest.mark.parametrize("key", ["0x0a", "0X0A", "10", "0b1010"])
def test_a_value_is_written_and_deleted(node: Any, key: str) -> None:
    result = node.talos("meta", "write", key, "network: ä")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "key 0x0a written: 11 bytes\n")
    assert meta(node) == {10: "network: ä".encode()}
    result = node.talos("meta", "delete", key)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "key 0x0a deleted\n")
    assert meta(node) == {}


def test_a_value_comes_from_a_file_to_the_byte(node: Any, tmp_path: Path) -> None:
    file = tmp_path / "value"
    file.write_bytes(b"\xff\0\n")
    assert node.talos("meta", "write", "255", f"@{file}").exit_code == 0
    assert node.talos("meta", "write", "1", "").exit_code == 0
    assert meta(node) == {255: b"\xff\0\n", 1: b""}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("write", "0", "x"), 2, "'0' is not a key: give a number from 1 to 255, such as 0x0a"),
        (("write", "256", "x"), 2, "'256' is not a key"),
        (("write", "ten", "x"), 2, "'ten' is not a key"),
        (("delete", "0x100"), 2, "'0x100' is not a key"),
        (("write", "6", "@/absent"), 2, "/absent: No such file or directory"),
        (("write", "6", "@/"), 2, "/: Is a directory"),
        (("write", "6", "@/dev/zero"), 2, "/dev/zero: more than 1048576 bytes, which META never holds"),
        (("write", "6"), 2, "Missing argument"),
        (("write", "6", "x" * 1001), 1, "1001 bytes do not fit, 1000 are left for its value"),
        (("delete", "6"), 4, "key 0x06 has no value\nList them with `talos get meta`."),
    ],
)
def test_what_cannot_be_done_is_said(node: Any, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = node.talos("meta", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert " ".join(said.split()) in " ".join(result.stderr.replace("│", " ").split())
    assert meta(node) == {}
