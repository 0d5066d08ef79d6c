"""What can go wrong while an image is built or read."""

from __future__ import annotations


class ImageError(Exception):
    """The image cannot be built or read; the message says where, why and what to do."""
