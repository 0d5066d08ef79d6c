"""One link, wanted by several."""

from __future__ import annotations

from msgspec.structs import replace

from services.network.layers.links import LinkSpec, Wireguard

# what an overlay does not take over by its being there
_BY_HAND = ("name", "layer", "wireguard")


def overlay(before: LinkSpec, over: LinkSpec) -> LinkSpec:
    """Return a link with everything that over says put over it; whole parts are replaced, WireGuard's fields are not.

    Upstream does not take over multicast, so that a higher layer's word for it counts for nothing; here it does.
    """
    said = {name: getattr(over, name) for name in _NAMES if getattr(over, name) not in _NOTHING}
    said["layer"] = over.layer
    said["wireguard"] = _wireguard(before.wireguard, over.wireguard)
    if over.multicast is not None:
        said["multicast"] = over.multicast
    return replace(before, **said)


_NAMES = tuple(name for name in LinkSpec.__struct_fields__ if name not in {*_BY_HAND, "multicast"})
_NOTHING = (None, False, 0, "", b"")


def _wireguard(before: Wireguard | None, over: Wireguard | None) -> Wireguard | None:
    """Field by field; of a peer that both have the weaker layer's word holds, as upstream has it."""
    if before is None or over is None:
        return over or before
    known = {peer.public_key for peer in before.peers}
    return Wireguard(
        private_key=over.private_key or before.private_key,
        listen_port=over.listen_port or before.listen_port,
        firewall_mark=over.firewall_mark or before.firewall_mark,
        peers=(*before.peers, *(peer for peer in over.peers if peer.public_key not in known)),
    )
