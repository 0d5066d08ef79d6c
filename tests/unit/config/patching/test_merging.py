"""Strategic merge: upstream's rules, and what it does not have."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from libtalos.config import ConfigError, load_documents
from libtalos.config.patching import apply, load_patch

CONFIG = """\
version: v1alpha1
machine:
  type: worker
  sysctls: {a: "1", b: "2"}
  certSANs: [one]
  kubelet:
    extraArgs: {v: "1", feature-gates: [A=true, B=true]}
  network:
    hostname: n1
    interfaces:
      - interface: eth0
        addresses: [10.5.0.2/24]
        dhcp: true
        mtu: 1500
        routes: [{network: 0.0.0.0/0, gateway: 10.5.0.1}]
      - interface: eth1
cluster:
  network:
    podSubnets: [10.244.0.0/16]
"""
LINK = """\
---
apiVersion: v1alpha1
kind: DummyLinkConfig
name: dummy0
mtu: 1400
addresses: [{address: 192.0.2.1/24}]
"""
KEYS = st.text("xyz", min_size=1, max_size=2)
TREES = st.recursive(st.text("ab", min_size=1, max_size=3), lambda inner: st.dictionaries(KEYS, inner, max_size=3))


def patched(patch: str, config: str = CONFIG) -> list[Any]:
    """The documents of the config with the patch."""
    data = apply(config.encode(), [load_patch(textwrap.dedent(patch).encode())])
    return list(yaml.safe_load_all(data))


def machine(patch: str) -> Any:
    """The machine section with the patch."""
    return patched(patch)[0]["machine"]


def test_scalars_of_the_patch_win_unless_they_are_empty() -> None:
    assert machine("machine: {network: {hostname: n2}}")["network"]["hostname"] == "n2"
    assert machine('machine: {network: {hostname: ""}}')["network"]["hostname"] == "n1"
    assert machine("machine: {network: null}")["network"]["hostname"] == "n1"


def test_mappings_merge_and_an_empty_value_of_theirs_counts() -> None:
    assert machine('machine: {sysctls: {b: "", c: "3"}}')["sysctls"] == {"a": "1", "b": "", "c": "3"}


def test_lists_are_appended_to_or_replaced_as_upstream_says() -> None:
    assert machine("machine: {certSANs: [two, one]}")["certSANs"] == ["one", "two", "one"]
    cluster = patched("cluster: {network: {podSubnets: [10.1.0.0/16]}}")[0]["cluster"]
    assert cluster["network"]["podSubnets"] == ["10.1.0.0/16"]


def test_arguments_are_replaced_one_by_one() -> None:
    kubelet = machine("machine: {kubelet: {extraArgs: {feature-gates: [C=true], w: x}}}")["kubelet"]
    assert kubelet == {"extraArgs": {"v": "1", "feature-gates": ["C=true"], "w": "x"}}


def test_interfaces_are_found_by_their_name() -> None:
    patch = """
        machine:
          network:
            interfaces:
              - {interface: eth0, dhcp: false, mtu: 0, addresses: [10.5.0.3/24]}
              - {interface: eth2, mtu: 9000}
        """
    first, *rest = machine(patch)["network"]["interfaces"]
    assert first == {
        "interface": "eth0",
        "addresses": ["10.5.0.2/24", "10.5.0.3/24"],
        "routes": [{"network": "0.0.0.0/0", "gateway": "10.5.0.1"}],
        "mtu": 1500,
        "dhcp": False,
    }
    assert rest == [{"interface": "eth1"}, {"interface": "eth2", "mtu": 9000}]


def test_directives_delete_fields_items_and_documents() -> None:
    patch = """
        machine:
          network:
            hostname: {$patch: delete}
            interfaces:
              - {interface: eth0, $patch: delete}
        """
    assert machine(patch)["network"] == {"interfaces": [{"interface": "eth1"}]}
    gone = "{apiVersion: v1alpha1, kind: DummyLinkConfig, name: dummy0, $patch: delete}"
    assert len(patched(gone, CONFIG + LINK)) == 1
    assert len(patched(gone)) == 1


@pytest.mark.parametrize("what", ["nameservers: {$patch: delete}", "interfaces: [{interface: x, $patch: delete}]"])
def test_what_is_to_be_deleted_must_be_there(what: str) -> None:
    said = r"patch delete: path 'machine\.network\.\w+' in document '/v1alpha1': .* lookup failed"
    with pytest.raises(ConfigError, match=said):
        patched(f"machine: {{network: {{{what}}}}}")


def test_lists_and_mappings_are_replaced_on_demand() -> None:
    assert machine("machine: {certSANs: [{$patch: replace}, two]}")["certSANs"] == ["two"]
    assert machine('machine: {sysctls: {$patch: replace, z: "1"}}')["sysctls"] == {"z": "1"}


def test_any_list_merges_by_a_key_that_is_named() -> None:
    patch = """
        machine:
          network:
            interfaces:
              - interface: eth0
                routes:
                  - {$key: network, network: 0.0.0.0/0, metric: 5}
                  - {$key: network, network: 10.0.0.0/8, gateway: 10.5.0.9}
        """
    assert machine(patch)["network"]["interfaces"][0]["routes"] == [
        {"network": "0.0.0.0/0", "gateway": "10.5.0.1", "metric": 5},
        {"network": "10.0.0.0/8", "gateway": "10.5.0.9"},
    ]


def test_documents_merge_by_kind_and_name_and_new_ones_are_added() -> None:
    more = "{apiVersion: v1alpha1, kind: DummyLinkConfig, name: %s, mtu: 1280}"
    found = patched(f"{more % 'dummy0'}\n---\n{more % 'dummy1'}", CONFIG + LINK)
    assert [(each.get("name"), each.get("mtu")) for each in found[1:]] == [("dummy0", 1280), ("dummy1", 1280)]
    assert found[1]["addresses"] == [{"address": "192.0.2.1/24"}]


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        ("machine: {network: []}", r"/v1alpha1/: machine.network: a list cannot be merged with a mapping \(line 1\)"),
        ("machine: {sysctls: {$patch: drop}}", r"\$patch is delete or replace \(line 1\)"),
        ("machine: {certSANs: [{$key: x}]}", r"\$key: the item has no 'x' \(line 1\)"),
        ("machine: {nothing: {}}", "unknown keys"),
        ("machine: {network: {interfaces: [{mtu: big}]}}", "expected a whole number"),
        ("{kind: Nothing, apiVersion: v1alpha1}", "not registered"),
        ("a: [", "not YAML"),
        ("", "the patch is empty"),
        ("- 1\n---\n- 2", "made of mappings"),
    ],
)
def test_what_does_not_fit_is_told(patch: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        patched(patch)


@given(st.dictionaries(KEYS, TREES, max_size=3))
def test_a_patch_is_there_after_it_and_twice_is_once(tree: dict[str, Any]) -> None:
    patch = load_patch(yaml.safe_dump({"machine": {"kubelet": {"extraConfig": tree}}}).encode())
    once = apply(CONFIG.encode(), [patch])
    assert apply(CONFIG.encode(), [patch, patch]) == once
    config = load_documents(once).machine_config
    assert config is not None
    assert config.machine is not None
    assert config.machine.kubelet.extra_config == tree
