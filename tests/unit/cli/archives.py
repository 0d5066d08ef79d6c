"""tar.gz files made of nothing but names and contents."""

from __future__ import annotations

import io
import tarfile

FILE, LINK, DIRECTORY, PIPE = tarfile.REGTYPE, tarfile.SYMTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE


def archived(*entries: tuple[str, bytes, bytes]) -> bytes:
    """An archive of entries: name, kind, and contents or where a link points to."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz", format=tarfile.GNU_FORMAT) as archive:
        for name, kind, contents in entries:
            member = tarfile.TarInfo(name)
            member.type, member.mode, member.mtime = kind, 0o4755, 1_600_000_000
            if kind == LINK:
                member.linkname = contents.decode()
            else:
                member.size = len(contents)
            archive.addfile(member, io.BytesIO(contents))
    return out.getvalue()
