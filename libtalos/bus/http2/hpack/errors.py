"""What can be wrong with a header block."""

from __future__ import annotations


class HpackError(ValueError):
    """The block breaks RFC 7541 or a limit; the message names the byte.

    The two tables are out of step from here on: the connection ends with COMPRESSION_ERROR (RFC 9113, 4.3).
    """


class HeaderListTooLarge(ValueError):  # noqa: N818 - it refuses one stream, and is no fault of the compression
    """The decoded fields are larger than SETTINGS_MAX_HEADER_LIST_SIZE; the message has both sizes in bytes.

    The block was decoded to its end, so the tables are in step and the connection can go on (RFC 9113, 10.5.1).
    """
