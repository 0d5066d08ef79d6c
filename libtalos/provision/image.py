"""Finding the image to boot."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from libtalos.provision.errors import ProvisionError

PATTERN: Final = "_out/*/rootfs.sqsh"
PROJECT: Final = Path(__file__).resolve().parents[2]


def newest(roots: Iterable[Path]) -> Path:
    """Return the image built last below roots (_out/<version>/rootfs.sqsh).

    Raises ProvisionError if none was built.
    """
    searched = list(dict.fromkeys(root.resolve() for root in roots))
    images = [image for root in searched for image in root.glob(PATTERN)]
    if not images:
        places = " or ".join(str(root / PATTERN) for root in searched)
        raise ProvisionError(f"no image at {places}; build one with `talos image build`, or name one with --image")
    return max(images, key=lambda image: image.stat().st_mtime_ns)
