"""Directories above what is wanted."""

from pathlib import PurePosixPath

from libtalos.mounts.operations import Operation
from libtalos.mounts.operations.files import MakeDirectory
from libtalos.mounts.view import View


def parents(target: str, view: View) -> list[Operation]:
    """Return the making of the directories above target that are not there."""
    above = [str(parent) for parent in PurePosixPath(target).parents]
    return [MakeDirectory(view.path(path)) for path in reversed(above) if view.status(path, follow=True) is None]
