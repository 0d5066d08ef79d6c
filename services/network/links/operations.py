"""Changes of links as values."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Protocol

import msgspec

from services.network.links.bond import MODE, is_vain
from services.network.links.details import Difference, differences, fresh
from services.network.links.kinds import KINDS

if TYPE_CHECKING:
    from services.network.links.attribute import Details
    from services.network.state import Link, LinkIndex, LinkName


class NewLink(msgspec.Struct, frozen=True, kw_only=True):
    """A link to be made. parent: what it stands on; peer: the other end of a veth pair."""

    name: LinkName
    kind: str
    parent: LinkName | None = None
    peer: LinkName | None = None
    details: Details = ()

    def describe(self) -> str:
        """Name it, with what cannot change later."""
        table = KINDS[self.kind]
        rows = [(table.attribute(name), value) for name, value in self.details]
        facts = [f"{row.name.replace('_', ' ')} {row.show(value)}" for row, value in rows if value != row.default]
        facts += [f"on {self.parent}"] if self.parent else []
        facts += [f"with other end {self.peer}"] if self.peer else []
        return f"{self.kind} {self.name}" + (f" ({', '.join(facts)})" if facts else "")


class LinkChange(msgspec.Struct, frozen=True, kw_only=True):
    """What is to change of a link; None leaves as it is. master "" is none; mtu in bytes."""

    up: bool | None = None
    multicast: bool | None = None
    mtu: int | None = None
    hardware_addr: bytes | None = None
    master: str | None = None


class LinkKernel(Protocol):
    """What the changes of links ask of the kernel. Every method raises OSError with the kernel's errno."""

    def find_link(self, link: Link) -> LinkIndex:
        """Return a link's index, which a link that was planned and then made has only now."""

    def add_link(self, new: NewLink) -> None:
        """Make a link."""

    def remove_link(self, link: LinkIndex) -> None:
        """Remove a link."""

    def change_link(self, link: LinkIndex, change: LinkChange) -> None:
        """Change what every link has."""

    def set_details(self, link: LinkIndex, kind: str, details: Details) -> None:
        """Change settings of the link's kind."""


class CreateLink(msgspec.Struct, frozen=True, kw_only=True):
    """Make a link."""

    new: NewLink
    link: Link

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"create {self.new.describe()}"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it; tells which option the kernel was built without if it does not know the kind."""
        make_link(kernel, self.new)
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Remove the link."""
        kernel.remove_link(kernel.find_link(self.link))


class RemoveLink(msgspec.Struct, frozen=True, kw_only=True):
    """Remove a link that this component once made. old: how to make it again."""

    link: Link
    old: NewLink

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"remove {self.link.kind} {self.link.name}"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it; that it went of itself is no error: what a link stands on takes it along."""
        try:
            kernel.remove_link(self.link.index)
        except OSError as error:
            if error.errno != errno.ENODEV:
                raise
            return False
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Make it again. Its addresses and routes are for the next reconcile."""
        _restore(kernel, self.old, self.link)


class RecreateLink(msgspec.Struct, frozen=True, kw_only=True):
    """Remove a link and make it anew, because of something that cannot change."""

    link: Link
    old: NewLink
    new: NewLink
    reason: str

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"re-create {self.new.kind} {self.new.name}: {self.reason} cannot be changed in place"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it. If it stops half-way, the link is missing and made with the next try."""
        kernel.remove_link(kernel.find_link(self.link))
        make_link(kernel, self.new)
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Make it as it was."""
        kernel.remove_link(kernel.find_link(_unnumbered(self.link)))
        _restore(kernel, self.old, self.link)


class SetUp(msgspec.Struct, frozen=True, kw_only=True):
    """Bring a link up or take it down."""

    link: Link
    up: bool

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"bring up {self.link.name}" if self.up else f"take down {self.link.name}"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it."""
        kernel.change_link(kernel.find_link(self.link), LinkChange(up=self.up))
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Do the reverse; of a link that goes down the kernel forgets the routes."""
        kernel.change_link(kernel.find_link(self.link), LinkChange(up=not self.up))


class ChangeLink(msgspec.Struct, frozen=True, kw_only=True):
    """Change what every link has; words tells it."""

    link: Link
    change: LinkChange
    before: LinkChange
    words: str

    def describe(self) -> str:
        """Tell the change in words for people."""
        return self.words

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it."""
        kernel.change_link(kernel.find_link(self.link), self.change)
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Set what was."""
        kernel.change_link(kernel.find_link(self.link), self.before)


class Enslave(msgspec.Struct, frozen=True, kw_only=True):
    """Make a link a part of another. down: it has to be down for it."""

    link: Link
    master: Link
    down: bool = False

    def describe(self) -> str:
        """Tell the change in words for people."""
        name = f"take down {self.link.name} and make it" if self.down else f"make {self.link.name}"
        return f"{name} a part of {self.master.kind} {self.master.name}"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it; where there is no such master or it refuses, the link is as it was."""
        index, _ = kernel.find_link(self.link), kernel.find_link(self.master)
        if not self.down:
            kernel.change_link(index, LinkChange(master=self.master.name))
            return True
        kernel.change_link(index, LinkChange(up=False))
        try:
            kernel.change_link(index, LinkChange(master=self.master.name))
        except OSError:
            kernel.change_link(index, LinkChange(up=True))
            raise
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Take it out again, up if it was."""
        kernel.change_link(kernel.find_link(self.link), LinkChange(master="", up=self.link.up))


class SetDetails(msgspec.Struct, frozen=True, kw_only=True):
    """Change settings of a link's kind."""

    link: Link
    differences: tuple[Difference, ...]

    def describe(self) -> str:
        """Tell the change in words for people."""
        return f"set {', '.join(each.describe() for each in self.differences)} of {self.link.kind} {self.link.name}"

    def execute(self, kernel: LinkKernel) -> bool:
        """Do it; tells which option the kernel was built without, if a setting needs one and is refused."""
        wanted = tuple((each.attribute.name, each.new) for each in self.differences)
        try:
            kernel.set_details(kernel.find_link(self.link), self.link.kind, wanted)
        except OSError as error:
            options = [each.attribute.option for each in self.differences if each.attribute.option]
            if error.errno not in {errno.EOPNOTSUPP, errno.EINVAL} or not options:
                raise
            text = f"{error.strerror}: this needs a kernel with {', '.join(options)}"
            raise OSError(error.errno, text) from error
        return True

    def undo(self, kernel: LinkKernel) -> None:
        """Set what was."""
        values = {each.attribute.name: each.old for each in self.differences if each.old is not None}
        # a bond that goes back to a mode is refused what that mode does not have, and delays without monitoring
        before = dict(self.link.details) | values
        known = {row.name for row in KINDS[self.link.kind].known(before.get(MODE))}
        old = tuple((name, value) for name, value in values.items() if name in known and not is_vain(name, before))
        kernel.set_details(kernel.find_link(self.link), self.link.kind, old)


def make_link(kernel: LinkKernel, new: NewLink) -> None:
    """Make a link; raises OSError, which tells the option that the kernel was built without if it has no such kind."""
    try:
        kernel.add_link(new)
    except OSError as error:
        if error.errno != errno.EOPNOTSUPP:
            raise
        kind = KINDS.get(new.kind)
        needs = "" if kind is None else f": it needs {kind.option} (module {kind.module})"
        text = f"this kernel has no links of kind {new.kind}{needs}"
        raise OSError(error.errno, text) from error


def _restore(kernel: LinkKernel, old: NewLink, link: Link) -> None:
    make_link(kernel, old)
    index = kernel.find_link(_unnumbered(link))
    table = KINDS.get(old.kind)
    changed = [] if table is None else differences(old.kind, link.details, fresh(old.kind, old.details))
    settings = tuple((each.attribute.name, each.new) for each in changed)
    if settings:
        kernel.set_details(index, link.kind, settings)
    kernel.change_link(index, LinkChange(up=link.up, mtu=link.mtu, hardware_addr=link.hardware_addr or None))


def _unnumbered(link: Link) -> Link:
    # made anew it has another index
    return msgspec.structs.replace(link, index=0)
