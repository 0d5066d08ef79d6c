"""Removing a link whose other end goes at the same moment."""

import errno

import pytest
from pyroute2 import NetlinkError

from libtalos.provision.errors import ProvisionError
from libtalos.provision.netlink import Netlink


class Route:
    """A kernel in which the link is seen, and then refuses to be removed."""

    code = errno.ENODEV

    def __enter__(self) -> "Route":
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def link_lookup(self, ifname: str) -> list[int]:
        return [7]

    def link(self, command: str, index: int) -> None:
        raise NetlinkError(self.code, "no")


def test_a_link_that_goes_by_itself_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyroute2.IPRoute", Route)
    Netlink().remove("talos0")


def test_any_other_refusal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pyroute2.IPRoute", Route)
    monkeypatch.setattr(Route, "code", errno.EPERM)
    with pytest.raises(ProvisionError, match="cannot remove the link talos0"):
        Netlink().remove("talos0")
