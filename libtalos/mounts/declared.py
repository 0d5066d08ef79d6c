"""Rows as people and other programs read them: the same columns for every kind."""

import msgspec

from libtalos.mounts import rows


class Declared(msgspec.Struct, frozen=True):
    """What a row declares; what its kind does not have is empty. A mode of None is the kernel's choice."""

    kind: str
    target: str
    source: str = ""
    type: str = ""
    options: tuple[str, ...] = ()
    mode: int | None = None
    uid: int = 0
    gid: int = 0


def declared(row: rows.AnyRow) -> Declared:  # noqa: PLR0911 one for each kind
    """Return what the row declares."""
    kind, target = str(row.__struct_config__.tag), row.target
    match row:
        case rows.MountRow():
            source = row.source or row.type
            return Declared(kind, target, source, row.type, row.options, row.mode, row.uid, row.gid)
        case rows.VolumeRow():
            return Declared(kind, target, row.image, row.type, row.options, row.mode, row.uid, row.gid)
        case rows.OverlayRow():
            return Declared(kind, target, "overlay", "overlay", row.options, row.mode, row.uid, row.gid)
        case rows.FileRow():
            return Declared(kind, target, row.source, "bind", row.options, row.mode, row.uid, row.gid)
        case rows.DirectoryRow():
            return Declared(kind, target, mode=row.mode, uid=row.uid, gid=row.gid)
        case rows.LinkRow():
            return Declared(kind, target, row.to)
        case rows.NodeRow():
            return Declared(kind, target, f"{row.major}:{row.minor}", mode=row.mode)
        case rows.ShareRow():
            return Declared(kind, target, options=("shared",))
