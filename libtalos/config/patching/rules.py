"""Where lists and mappings of a machine config do not merge as others do.

From upstream's `merge:"replace"` tags and Merge methods in pkg/machinery/config/types. A place is the kind of document
(empty for v1alpha1) and the keys from its root, without the numbers of items.
"""

from __future__ import annotations

from typing import Final

import msgspec

DIRECTIVE: Final = "$patch"
DELETE: Final = "delete"
REPLACE: Final = "replace"
# not upstream's: the key by which an item of any list finds the one to merge with
KEY: Final = "$key"


class Place(msgspec.Struct, frozen=True):
    """A place in a kind of document."""

    kind: str
    keys: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The keys with dots between."""
        return ".".join(self.keys)

    def below(self, key: str) -> Place:
        """The place of a key."""
        return Place(self.kind, (*self.keys, key))


def _place(kind: str, path: str) -> Place:
    return Place(kind, tuple(path.split(".")))


# the patch's list or mapping takes the place of the config's
REPLACED: Final = frozenset(
    {
        _place("", "cluster.network.podSubnets"),
        _place("", "cluster.network.serviceSubnets"),
        _place("", "cluster.apiServer.auditPolicy"),
        _place("KubeNetworkConfig", "podSubnets"),
        _place("KubeNetworkConfig", "serviceSubnets"),
        _place("NetworkRuleConfig", "ingress"),
        _place("NetworkRuleConfig", "portSelector.ports"),
        _place("CRIBaseRuntimeSpecConfig", "overrides"),
    }
)
# items are the same if they have the same value at the first of these keys that the patch's item has
KEYED: Final = {
    _place("", "machine.network.interfaces"): ("interface", "deviceSelector"),
    _place("", "machine.network.interfaces.vlans"): ("vlanId",),
    _place("", "cluster.apiServer.admissionControl"): ("name",),
    _place("ExtensionServiceConfig", "configFiles"): ("mountPath",),
}
# values that may be a text or a list of texts, and that the patch replaces
ARGUMENTS: Final = "extraArgs"
