"""The smaller parts of machine and cluster: keys, and what is refused."""

from __future__ import annotations

import pytest

from libtalos.config import load
from libtalos.config.errors import ValidationError
from libtalos.config.inert import inert
from libtalos.config.machineparts import FileMode, FileOperation
from libtalos.config.partcheck import check_cluster_parts, check_machine_parts
from libtalos.config.schema import Cluster, Machine
from libtalos.config.validation import Mode, validate
from libtalos.pki import Secret

MACHINE = """\
controlPlane: {controllerManager: {disabled: true}, scheduler: {disabled: false}}
pods: [{apiVersion: v1, kind: Pod}]
disks: [{device: /dev/sdb, partitions: [{size: 10GB, mountpoint: /var/mnt/a}, {mountpoint: /var/mnt/b}]}]
install:
  diskSelector: {size: '>= 1TB', type: nvme, busPath: '/pci*'}
  extensions: [{image: a}]
  bootloader: true
  legacyBIOSSupport: true
files: [{path: /etc/a, content: b, permissions: 0o600, op: create}]
registries:
  mirrors: {docker.io: {endpoints: ['https://registry.local'], overridePath: true, skipFallback: true}}
  config:
    registry.local:
      tls: {clientIdentity: {crt: YQ==, key: Yg==}, ca: Yw==, insecureSkipVerify: true}
      auth: {username: u, password: p, auth: a, identityToken: t}
features: {kubernetesTalosAPIAccess: {enabled: true, allowedRoles: [os:reader], allowedKubernetesNamespaces: [a]},
           imageCache: {localEnabled: true}}
udev: {rules: ['SUBSYSTEM=="drm"']}
logging: {destinations: [{endpoint: 'tcp://1.2.3.4:12345', format: json_lines, extraTags: {a: b}}]}
kernel: {modules: [{name: btrfs, parameters: [a=1]}]}
seccompProfiles: [{name: audit.json, value: {defaultAction: SCMP_ACT_LOG}}]
baseRuntimeSpecOverrides: {process: {rlimits: []}}
kubelet:
  credentialProviderConfig: {kind: CredentialProviderConfig}
  extraMounts: [{destination: /a, uidMappings: [{containerID: 1, hostID: 2, size: 3}]}]
"""
CLUSTER = """\
network: {cni: {name: flannel, flannel: {extraArgs: [--a]}}}
apiServer:
  extraVolumes: [{hostPath: /a, mountPath: /b, readonly: true}]
  admissionControl: [{name: PodSecurity, configuration: {kind: PodSecurityConfiguration}}]
  auditPolicy: {kind: Policy}
  resources: {requests: {cpu: 1}, limits: {memory: 1Gi}}
  authorizationConfig: [{type: Webhook, name: a, webhook: {timeout: 3s}}]
controllerManager: {extraVolumes: [{hostPath: /a}], resources: {}}
scheduler: {config: {kind: KubeSchedulerConfiguration}}
etcd: {subnet: 10.0.0.0/8}
externalCloudProvider: {enabled: true, manifests: ['https://a/b.yaml']}
extraManifests: ['https://a/c.yaml']
extraManifestHeaders: {Token: secret}
inlineManifests: [{name: a, contents: 'kind: Namespace'}]
adminKubeconfig: {certLifetime: 1h}
"""


def _section(name: str, body: str) -> bytes:
    return (f"{name}:\n" + "".join(f"  {line}\n" for line in body.splitlines())).encode()


def _machine(body: str) -> Machine:
    machine = load(_section("machine", body)).machine
    assert machine is not None
    return machine


def _cluster(body: str) -> Cluster:
    cluster = load(_section("cluster", body)).cluster
    assert cluster is not None
    return cluster


def test_machine_has_upstreams_keys() -> None:
    machine = _machine(MACHINE)
    assert list(check_machine_parts(machine)) == []
    [file] = machine.files
    assert (file.permissions, file.op) == (FileMode(0o600), FileOperation.CREATE)
    assert file.content == Secret("b")
    assert machine.registries is not None
    host = machine.registries.config["registry.local"]
    assert host is not None
    assert host.auth is not None
    assert host.auth.identity_token == Secret("t")
    assert host.tls is not None
    assert host.tls.ca == b"c"
    assert machine.logging is not None
    assert machine.logging.destinations[0].endpoint.parts.port == 12345
    assert machine.pods == ({"apiVersion": "v1", "kind": "Pod"},)


def test_cluster_has_upstreams_keys() -> None:
    cluster = _cluster(CLUSTER)
    assert list(check_cluster_parts(cluster)) == []
    assert cluster.admin_kubeconfig is not None
    assert cluster.admin_kubeconfig.cert_lifetime is not None
    assert cluster.admin_kubeconfig.cert_lifetime.seconds == 3600
    assert cluster.api_server is not None
    assert cluster.api_server.resources is not None
    assert cluster.api_server.resources.requests == {"cpu": 1}
    assert "secret" not in repr(cluster)


def test_all_of_it_is_told_to_have_no_effect() -> None:
    config = load(_section("machine", MACHINE) + _section("cluster", CLUSTER))
    told = {warning.removesuffix(" has no effect in this version") for warning in inert(config, container=False)}
    assert told >= {
        "machine.controlPlane",
        "machine.pods",
        "machine.disks",
        "machine.install.extensions",
        "machine.files",
        "machine.registries",
        "machine.features.kubernetesTalosAPIAccess",
        "machine.features.imageCache",
        "machine.udev",
        "machine.logging",
        "machine.kernel",
        "machine.seccompProfiles",
        "machine.baseRuntimeSpecOverrides",
        "machine.kubelet.credentialProviderConfig",
        "cluster.etcd.subnet",
        "cluster.externalCloudProvider",
        "cluster.extraManifests",
        "cluster.extraManifestHeaders",
        "cluster.inlineManifests",
        "cluster.adminKubeconfig",
    }


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("files: [{path: a}]", 'machine.files[0].path: "a" is not an absolute path'),
        ("disks: [{}]", "machine.disks: device is required"),
        (
            "disks: [{device: /dev/sdb, partitions: [{mountpoint: /a}, {size: 1GB}]}]",
            'partition for disk "/dev/sdb" is set to occupy full disk, but it\'s not the last partition in the list',
        ),
        ("registries: {mirrors: {a: ~}}", 'registries.mirrors["a"] is null'),
        (
            "registries: {mirrors: {a: {endpoints: [b]}}}",
            'registries.mirrors["a"].endpoints[0]: "b": it must begin with',
        ),
        ("registries: {config: {a: ~}}", 'registries.config["a"] is null'),
        ("logging: {destinations: [{endpoint: 'http://a:1'}]}", "destinations[0].endpoint: it must begin with tcp://"),
        ("logging: {destinations: [{endpoint: 'udp://a'}]}", "destinations[0].endpoint: a port is required"),
        (
            "logging: {destinations: [{endpoint: 'udp://a:1', format: x}]}",
            'destinations[0].format: "x" is not json_lines',
        ),
        ("kernel: {modules: [{}]}", 'machine.kernel.modules[0].name: "" is not the name of a module'),
        ("seccompProfiles: [{name: ../a}]", 'machine.seccompProfiles[0].name: "../a" is not the name of a file'),
    ],
)
def test_what_machine_cannot_say(body: str, problem: str) -> None:
    [found] = check_machine_parts(_machine(body))
    assert problem in found


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("network: {cni: {name: calico}}", 'cluster.network.cni.name: "calico" is none of flannel, custom, none'),
        ("network: {cni: {name: custom}}", "cluster.network.cni.urls: at least one is required for a custom CNI"),
        ("network: {cni: {name: none, urls: ['https://a']}}", "cluster.network.cni.urls: only a custom CNI has them"),
        ("network: {cni: {name: none, flannel: {}}}", "cluster.network.cni.flannel: only the CNI flannel has it"),
        ("network: {cni: {name: custom, urls: [a]}}", 'cluster.network.cni.urls[0]: "a": it must begin with https://'),
        ("apiServer: {authorizationConfig: [{type: X, name: a}]}", 'authorizationConfig[0].type: "X" is none of Node'),
        ("apiServer: {authorizationConfig: [{type: RBAC}]}", "authorizationConfig[0].name is required"),
        ("extraManifests: [a]", 'cluster.extraManifests[0]: "a": it must begin with'),
        ("externalCloudProvider: {manifests: [a]}", 'cluster.externalCloudProvider.manifests[0]: "a": it must begin'),
        ("discovery: {enabled: true}\nid: a", "cluster.secret is required for cluster.discovery"),
        ("discovery: {enabled: true}\nsecret: a", "cluster.id is required for cluster.discovery"),
        ("inlineManifests: [{}]", "cluster.inlineManifests[0].name is required"),
        ("inlineManifests: [{name: a}, {name: a}]", 'cluster.inlineManifests[1].name: "a" is given twice'),
    ],
)
def test_what_cluster_cannot_say(body: str, problem: str) -> None:
    [found] = check_cluster_parts(_cluster(body))
    assert problem in found


@pytest.mark.parametrize(
    ("text", "mode"), [("0o644", 0o644), ("0644", 0o644), ("420", 0o644), ("0", 0), ("0o7777", 0o7777)]
)
def test_permissions_are_octal(text: str, mode: int) -> None:
    assert FileMode.parse(text) == FileMode(mode)
    assert FileMode.parse(str(FileMode(mode))) == FileMode(mode)


@pytest.mark.parametrize("text", ["", "0o", "0o888", "0o10000", "rw-r--r--", "-1", "0_7"])
def test_what_is_no_permissions_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not the permissions of a file"):
        FileMode.parse(text)


def test_an_installation_needs_a_disk_on_a_machine() -> None:
    config = load(b"machine: {install: {wipe: true}}\n")
    expected = "either install disk or diskSelector should be defined"
    with pytest.raises(ValidationError) as caught:
        validate(config, Mode.METAL)
    assert expected in caught.value.problems
    with pytest.raises(ValidationError) as caught:
        validate(config, Mode.CLOUD)
    assert expected not in caught.value.problems


def test_encryption_of_the_system_disk_is_refused_where_there_is_a_disk() -> None:
    keys = "[{slot: 0, nodeID: {}}, {slot: 1, static: {passphrase: hunter2}}, {slot: 2, tpm: {options: {pcrs: []}}}]"
    config = load(f"machine: {{systemDiskEncryption: {{state: {{provider: luks2, keys: {keys}}}}}}}\n".encode())
    assert "hunter2" not in repr(config)
    refused = "machine.systemDiskEncryption: encryption is not supported"
    for mode, told in ((Mode.METAL, True), (Mode.CONTAINER, False)):
        with pytest.raises(ValidationError) as caught:
            validate(config, mode)
        assert any(refused in problem for problem in caught.value.problems) is told
    assert "machine.systemDiskEncryption has no effect in this version" in set(inert(config, container=True))
