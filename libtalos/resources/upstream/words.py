"""Where upstream's messages have other names than its YAML, and its enums others than their words."""

from __future__ import annotations

from typing import Final

from libtalos.resources.flagwords import ADDRESS_FLAGS, LINK_FLAGS, ROUTE_FLAGS

# the packages of `talos.resource.definitions` by the suffix of a type
GROUPS: Final = {
    "net.talos.dev": "network",
    "block.talos.dev": "block",
    "runtime.talos.dev": "runtime",
    "etcd.talos.dev": "etcd",
    "kubernetes.talos.dev": "k8s",
    "files.talos.dev": "files",
    "v1alpha1.talos.dev": "v1alpha1",
}
# messages that are not called as their type is
MESSAGES: Final = {
    "NetworkStatuses.net.talos.dev": "network.StatusSpec",
    "EtcdMembers.etcd.talos.dev": "etcd.MemberSpec",
    "EtcdSpecs.etcd.talos.dev": "etcd.SpecSpec",
    "MetaLoads.runtime.talos.dev": "runtime.MetaLoadedSpec",
    "TimeStatuses.v1alpha1.talos.dev": "time.StatusSpec",
    "AdjtimeStatuses.v1alpha1.talos.dev": "time.AdjtimeStatusSpec",
    "MachineConfigs.config.talos.dev": "resource.config.MachineConfigSpec",
    "ResourceDefinitions.meta.cosi.dev": "meta.ResourceDefinitionSpec",
    "Namespaces.meta.cosi.dev": "meta.NamespaceSpec",
}
# keys by those of the messages; the first that a message has is taken
KEYS: Final = {
    "layer": ("configlayer",),
    "dst": ("destination",),
    "src": ("source",),
    "hardwareaddr": ("hardwareaddr", "hardwareaddress"),
    "speedmbit": ("speedmegabits",),
    "timeservers": ("ntpservers",),
    "vlanid": ("vid",),
    "vlanprotocol": ("protocol",),
    "yaml": ("yamlmarshalled",),
    "symlink": ("symlinkspec",),
    "parentid": ("parentid", "parentmountid"),
    "type": ("type", "resourcetype"),
}
# messages whose fields stand in the YAML of the message around them, by the key of their own
INLINE: Final = {"network.LinkSpecSpec": ("bondslave",)}
# bits of numbers whose YAML is words, by the message that has them in `flags`, from which bit on
FLAGS: Final = {
    "network.LinkStatusSpec": (LINK_FLAGS, 0),
    "network.AddressStatusSpec": (ADDRESS_FLAGS, 0),
    "network.AddressSpecSpec": (ADDRESS_FLAGS, 0),
    "network.RouteStatusSpec": (ROUTE_FLAGS, 8),
    "network.RouteSpecSpec": (ROUTE_FLAGS, 8),
}
# words that are no end of the name of their number
ENUM_WORDS: Final = {
    ("NethelpersLinkType", "loopback"): "LINK_LOOPBCK",
    ("NethelpersBondMode", "balance-rr"): "BOND_MODE_ROUNDROBIN",
    ("NethelpersBondMode", "balance-xor"): "BOND_MODE_XOR",
    ("NethelpersBondMode", "balance-tlb"): "BOND_MODE_TLB",
    ("NethelpersBondMode", "balance-alb"): "BOND_MODE_ALB",
    ("NetworkConfigLayer", "configuration"): "CONFIG_MACHINE_CONFIGURATION",
}
