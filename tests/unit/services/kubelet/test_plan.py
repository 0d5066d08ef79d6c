"""How the kubelet is to run."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from msgspec.structs import replace

from services.kubelet.configuration import PROTECTED, ConfigurationError, configuration
from services.kubelet.facts import Facts, read_addresses
from services.kubelet.plan import DENIED, Nothing, Plan, make_plan, node_addresses, nodename
from services.kubelet.version import CURRENT, Version, VersionError, parse_version
from tests.unit.services.kubelet.samples import config, facts, kubelet_section

OLD = Version(1, 20)


def planned(found: Facts, version: Version = CURRENT) -> Plan:
    """The plan of facts that suffice for one."""
    plan = make_plan(found, version=version)
    assert isinstance(plan, Plan)
    return plan


def test_arguments_are_upstreams() -> None:
    assert planned(facts()).args == (
        "--config=/etc/kubernetes/kubelet.yaml",
        "--cert-dir=/var/lib/kubelet/pki",
        "--hostname-override=node-1",
        "--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubeconfig",
        "--kubeconfig=/etc/kubernetes/kubeconfig-kubelet",
        "--node-ip=10.5.0.2",
    )


def test_an_old_kubelet_gets_as_arguments_what_its_configuration_lacks() -> None:
    plan = planned(facts(), OLD)
    assert plan.args[6:] == (
        "--container-runtime=remote",
        "--container-runtime-endpoint=unix:///run/containerd/containerd.sock",
        "--register-with-taints=node-role.kubernetes.io/control-plane=:NoSchedule",
    )
    assert not {"containerRuntimeEndpoint", "registerWithTaints"} & plan.configuration.keys()
    new = planned(facts()).configuration
    assert new["containerRuntimeEndpoint"] == "unix:///run/containerd/containerd.sock"
    assert new["registerWithTaints"] == [{"key": "node-role.kubernetes.io/control-plane", "effect": "NoSchedule"}]


def test_a_kubelet_is_not_given_what_it_would_not_start_with_and_the_plan_says_so() -> None:
    graceful = {"shutdownGracePeriod", "shutdownGracePeriodCriticalPods"}
    plan = planned(facts(), OLD)
    assert set(plan.left_out) == graceful | {"seccompDefault"}
    assert not set(plan.left_out) & plan.configuration.keys()
    assert planned(facts(), Version(1, 21)).left_out == ("seccompDefault",)
    assert planned(facts(), Version(1, 25)).left_out == ()
    assert graceful | {"seccompDefault"} <= planned(facts(), Version(1, 25)).configuration.keys()


def test_with_v1_hierarchies_the_kubelet_moves_no_process_and_does_not_refuse() -> None:
    unified, legacy = planned(facts()), planned(replace(facts(), unified=False))
    assert unified.configuration["systemCgroups"] == "/system"
    assert "failCgroupV1" not in unified.configuration
    assert "systemCgroups" not in legacy.configuration
    assert legacy.configuration["failCgroupV1"] is False
    assert legacy.configuration["kubeletCgroups"] == "/podruntime/kubelet"
    assert "failCgroupV1" not in planned(replace(facts(), unified=False), Version(1, 30)).configuration
    strict = replace(facts(kubelet_section("extraConfig: {failCgroupV1: true}")), unified=False)
    assert planned(strict).configuration["failCgroupV1"] is True


def test_what_the_machine_config_sets_itself_is_the_kubelets_to_judge() -> None:
    extra = facts(kubelet_section("extraConfig: {featureGates: {GracefulNodeShutdown: true}, shutdownGracePeriod: 9s}"))
    plan = planned(extra, OLD)
    assert plan.configuration["shutdownGracePeriod"] == "9s"
    assert plan.left_out == ("shutdownGracePeriodCriticalPods", "seccompDefault")


def test_ordinary_pods_are_let_in_if_the_config_says_so() -> None:
    def allow(text: str) -> str:
        return text.replace("\n  etcd:\n", "\n  allowSchedulingOnControlPlanes: true\n  etcd:\n")

    assert "registerWithTaints" not in planned(facts(allow)).configuration
    assert not any("taints" in argument for argument in planned(facts(allow), OLD).args)


def test_extra_arguments() -> None:
    plan = planned(facts(kubelet_section("extraArgs: {v: 4, feature-gates: [A=true, B=false], node-ip: 10.9.9.9}")))
    assert {"--v=4", "--feature-gates=A=true,B=false", "--node-ip=10.9.9.9"} <= set(plan.args)


@pytest.mark.parametrize("name", sorted(DENIED))
def test_arguments_that_may_not_be_set(name: str) -> None:
    with pytest.raises(ConfigurationError, match=f'extra arg "{name}" is not allowed to be overridden'):
        make_plan(facts(kubelet_section(f"extraArgs: {{{name}: x}}")), version=CURRENT)


def test_what_is_missing_is_named() -> None:
    plan = planned(replace(facts(), mounts=frozenset({"/var"}), addresses=()))
    assert plan.missing == ("volume /etc/kubernetes to be mounted", "address 10.5.0.2 to be assigned")
    assert planned(replace(facts(), time_synced=False)).missing == ("time sync",)
    assert planned(facts()).missing == ()


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (Facts(), "the node has no machine config yet"),
        (
            facts(lambda text: text.replace("hostname: Node-1.example.org", "hostname: ''")),
            "the node has no hostname yet",
        ),
        (
            replace(facts(kubelet_section("nodeIP: {validSubnets: ['192.0.2.0/24']}")), addresses=()),
            "the node has no address that the kubelet may announce yet",
        ),
    ],
)
def test_without_enough_facts_there_is_a_reason(found: Facts, reason: str) -> None:
    assert make_plan(found, version=CURRENT) == Nothing(reason)


@pytest.mark.parametrize(
    ("hostname", "fqdn", "name"),
    [
        ("Node-1.example.org", False, "node-1"),
        ("Node-1.example.org", True, "node-1.example.org"),
        ("node_1", False, "node-1"),
        ("nöde", False, "nde"),
    ],
)
def test_the_name_in_kubernetes(hostname: str, fqdn: bool, name: str) -> None:
    section = kubelet_section(f"registerWithFQDN: {str(fqdn).lower()}")
    machine = config(lambda text: section(text).replace("hostname: Node-1.example.org", "hostname: ''")).machine
    assert machine is not None
    assert nodename(machine, hostname) == name


def test_node_addresses_are_one_of_each_family_and_none_of_pods_or_services() -> None:
    found = config(kubelet_section("nodeIP: {validSubnets: ['10.0.0.0/8', 'fd00::/8', '!10.5.0.2/32']}"))
    assert found.machine is not None
    assert found.cluster is not None
    seen = read_addresses(
        ("10.244.0.1/24", "10.96.0.5/32", "10.6.0.2/24", "10.6.0.3/24", "fd00::5/64", "2001:db8::1/64")
    )
    assert node_addresses(found.machine, found.cluster, seen) == (ip_address("10.6.0.2"), ip_address("fd00::5"))


def test_a_wrong_subnet_is_told() -> None:
    with pytest.raises(ConfigurationError, match="not a subnet in CIDR notation"):
        make_plan(facts(kubelet_section("nodeIP: {validSubnets: [here]}")), version=CURRENT)


def test_the_configuration_is_upstreams() -> None:
    found = configuration(config(), version=CURRENT, unified=True)
    assert (found["apiVersion"], found["kind"]) == ("kubelet.config.k8s.io/v1beta1", "KubeletConfiguration")
    assert found["authentication"]["anonymous"] == {"enabled": False}
    assert found["authorization"] == {"mode": "Webhook"}
    assert found["clusterDNS"] == ["10.96.0.10"]
    assert found["clusterDomain"] == "cluster.local"
    assert found["systemReserved"]["memory"] == "512Mi"
    assert found["seccompDefault"] is True
    assert found["tlsMinVersion"] == "VersionTLS13"
    assert "staticPodPath" not in found  # the generated config has disableManifestsDirectory
    worker = configuration(config(lambda text: text.replace("controlplane", "worker")), version=CURRENT, unified=True)
    assert worker["systemReserved"]["memory"] == "384Mi"
    assert "registerWithTaints" not in worker
    manifests = config(lambda text: text.replace("disableManifestsDirectory: true", "disableManifestsDirectory: false"))
    assert configuration(manifests, version=CURRENT, unified=True)["staticPodPath"] == "/etc/kubernetes/manifests"


def test_defaults_may_be_overridden_and_protected_fields_may_not() -> None:
    found = configuration(
        config(kubelet_section("extraConfig: {maxPods: 250, oomScoreAdj: 0}")), version=CURRENT, unified=True
    )
    assert (found["maxPods"], found["oomScoreAdj"]) == (250, 0)
    dns = config(kubelet_section("clusterDNS: [169.254.2.53]"))
    assert configuration(dns, version=CURRENT, unified=True)["clusterDNS"] == ["169.254.2.53"]
    for name in PROTECTED:
        with pytest.raises(ConfigurationError, match=f'field "{name}" can\'t be overridden'):
            configuration(config(kubelet_section(f"extraConfig: {{{name}: 1}}")), version=CURRENT, unified=True)


def test_versions() -> None:
    assert parse_version("Kubernetes v1.31.1\n") == Version(1, 31)
    assert Version(1, 9) < Version(1, 20) < CURRENT
    assert str(Version(1, 20)) == "v1.20"
    with pytest.raises(VersionError, match="expected something like"):
        parse_version("flag provided but not defined")
