"""Names as servers send them. What is no name is refused: names end in files of lines and words, and in the kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# RFC 1035 2.3.4
_LONGEST_NAME = 253
_LONGEST_LABEL = 63
# glibc takes any number since 2.26; a server that sends more means no good, or nobody looks through them
MOST_DOMAINS = 32


def as_name(text: str) -> str:
    """Return a host's or domain's name without its last dot; raises ValueError if it is none.

    Letters, digits, "-" and "_" in labels of 1 to 63; 253 in all.
    """
    name = text.removesuffix(".")
    labels = name.split(".")
    if len(name) > _LONGEST_NAME or not all(map(_is_label, labels)):
        raise ValueError(f"{text[:80]!r} is not a name")
    return name


def decode_name(data: bytes) -> str:
    """Read a name that is sent as text, with zeros after it or not; raises ValueError."""
    return as_name(data.rstrip(b"\0").decode("ascii", errors="backslashreplace"))


def usable_names(names: Sequence[str], what: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sort out: return those that are names, each once, and what is refused in words."""
    good: dict[str, None] = {}
    refused = []
    for text in names:
        try:
            good[as_name(text)] = None
        except ValueError as error:
            refused.append(f"{what}: {error}")
    if len(good) > MOST_DOMAINS:
        refused.append(f"{what}: {len(good)} are too many, the first {MOST_DOMAINS} are used")
    return tuple(good)[:MOST_DOMAINS], tuple(refused)


def decode_labels(data: bytes) -> list[str]:
    """Read names in DNS wire format, compressed or not (RFC 1035 4.1.4); raises ValueError.

    What is in the labels is not looked at.
    """
    names, offset = [], 0
    while offset < len(data):
        labels, offset = _read_name(data, offset)
        if labels:  # names are padded with empty ones (RFC 8106 5.2)
            names.append(".".join(labels))
    return names


def _read_name(data: bytes, offset: int) -> tuple[list[str], int]:
    labels: list[str] = []
    after = None
    while True:
        kind, value = _read_label(data, offset)
        if kind == "pointer":
            # Only backwards: a chain of pointers ends, and cannot be longer than what is there.
            target = int.from_bytes(value)
            if target >= offset:
                raise ValueError("a compressed name points forward")
            after, offset = offset + 2 if after is None else after, target
            continue
        offset += 1 + len(value)
        if not value:
            return labels, offset if after is None else after
        labels.append(value.decode("ascii", errors="backslashreplace"))
        if len(labels) > _LONGEST_NAME:
            raise ValueError("a name does not end")


def _read_label(data: bytes, offset: int) -> tuple[str, bytes]:
    length = data[offset] if offset < len(data) else -1
    if length >= 0xC0 and offset + 1 < len(data):
        return "pointer", bytes((length & 0x3F, data[offset + 1]))
    value = data[offset + 1 : offset + 1 + length]
    if not 0 <= length <= _LONGEST_LABEL or len(value) < length:
        raise ValueError("a name is cut off")
    return "label", value


def _is_label(label: str) -> bool:
    return 0 < len(label) <= _LONGEST_LABEL and all(_is_letter(each) for each in label)


def _is_letter(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in "-_")


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    """Cut into pieces of a size; what is left over is left out."""
    return (data[start : start + size] for start in range(0, len(data) - size + 1, size))
