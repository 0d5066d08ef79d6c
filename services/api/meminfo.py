"""/proc/meminfo as upstream's machine API names it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINE = re.compile(r"^(?P<name>[^:]+):\s*(?P<value>\d+)", re.MULTILINE)


def parse(text: str) -> Mapping[str, int]:
    """Return the values, in kB where the kernel says so, by name in lower case without punctuation.

    "Active(anon)" is "activeanon", "HugePages_Total" is "hugepagestotal" (proc(5)).
    """
    return {_plain(match["name"]): int(match["value"]) for match in _LINE.finditer(text)}


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())
