"""Documents about what runs, what is trusted, images, devices and swap."""

from __future__ import annotations

import pytest

from libtalos.config import ConfigError
from libtalos.config.conflicts import conflicts
from libtalos.config.document import Document
from libtalos.config.documents.block.zswap import ZswapConfig
from libtalos.config.documents.cri.registries import (
    ClientIdentity,
    RegistryAuthConfig,
    RegistryEndpoint,
    RegistryMirrorConfig,
    RegistryTLSConfig,
)
from libtalos.config.documents.hardware.pci import PCIDriverRebindConfig
from libtalos.config.documents.runtime.environment import EnvironmentConfig
from libtalos.config.documents.runtime.extension import ConfigFile, ExtensionServiceConfig
from libtalos.config.documents.runtime.siderolink import SideroLinkConfig
from libtalos.config.documents.runtime.sinks import EventSinkConfig, KmsgLogConfig
from libtalos.config.documents.runtime.watchers import OOMConfig, WatchdogTimerConfig
from libtalos.config.documents.security.images import ImageRule, ImageVerificationConfig, KeylessVerifier
from libtalos.config.documents.security.roots import TrustedRootsConfig
from libtalos.config.urls import Url
from libtalos.config.written import Duration
from libtalos.pki import AuthorityKind, create_authority
from libtalos.pki.secret import PemKey, Secret
from tests.unit.config.documents.reading import beside, problems, read, warnings
from tests.unit.pki.times import NOW

AUTHORITY = create_authority(AuthorityKind.OS, now=NOW)
PEM = AUTHORITY.certificate.decode()
OTHER = create_authority(AuthorityKind.OS, now=NOW)


def _block(text: str, depth: int = 2) -> str:
    return "|\n" + "".join(f"{' ' * depth}{line}\n" for line in text.splitlines())


DOCUMENTS: dict[str, tuple[str, Document]] = {
    "zswap": ("maxPoolPercent: 25\nshrinkerEnabled: true", ZswapConfig(max_pool_percent=25, shrinker_enabled=True)),
    "environment": (
        "variables: {https_proxy: 'http://a:1/', V: 99}",
        EnvironmentConfig(variables={"https_proxy": "http://a:1/", "V": "99"}),
    ),
    "events": ("endpoint: 192.168.10.3:3247", EventSinkConfig(endpoint="192.168.10.3:3247")),
    "kmsg": ("name: a\nurl: tcp://192.168.3.7:3478/", KmsgLogConfig(name="a", url=Url("tcp://192.168.3.7:3478/"))),
    "watchdog": (
        "device: /dev/watchdog0\ntimeout: 2m",
        WatchdogTimerConfig(device="/dev/watchdog0", timeout=Duration(120 * 10**9)),
    ),
    "oom": (
        "triggerExpression: a > 1.0\ncgroupRankingExpression: b\nsampleInterval: 100ms",
        OOMConfig(trigger_expression="a > 1.0", cgroup_ranking_expression="b", sample_interval=Duration(10**8)),
    ),
    "extension": (
        "name: nut\nconfigFiles: [{content: c, mountPath: /etc/a}]\nenvironment: [A=b]",
        ExtensionServiceConfig(
            name="nut",
            config_files=(ConfigFile(content=Secret("c"), mount_path="/etc/a"),),
            environment=(Secret("A=b"),),
        ),
    ),
    "siderolink": (
        "apiUrl: https://siderolink.api/?jointoken=t\nuniqueToken: u",
        SideroLinkConfig(api_url=Secret("https://siderolink.api/?jointoken=t"), unique_token=Secret("u")),
    ),
    "driver": (
        "name: 0000:04:00.00\ntargetDriver: vfio-pci",
        PCIDriverRebindConfig(name="0000:04:00.00", target_driver="vfio-pci"),
    ),
    "mirror": (
        "name: '*'\nendpoints: [{url: 'http://a/v2/b/', overridePath: true}]\nskipFallback: true",
        RegistryMirrorConfig(
            name="*", endpoints=(RegistryEndpoint(url=Url("http://a/v2/b/"), override_path=True),), skip_fallback=True
        ),
    ),
    "auth": (
        "name: registry.local:5000\nusername: u\npassword: p",
        RegistryAuthConfig(name="registry.local:5000", username="u", password=Secret("p")),
    ),
    "tls": (
        f"name: registry.local\nca: {_block(PEM)}clientIdentity:\n  cert: {_block(PEM, 4)}"
        f"  key: {_block(AUTHORITY.key.reveal(), 4)}",
        RegistryTLSConfig(
            name="registry.local", ca=PEM, client_identity=ClientIdentity(cert=PEM, key=PemKey(AUTHORITY.key.reveal()))
        ),
    ),
    "roots": (f"name: a\ncertificates: {_block(PEM * 2)}", TrustedRootsConfig(name="a", certificates=PEM * 2)),
    "images": (
        "rules: [{image: 'a/*', deny: true}, {image: b, keyless: {issuer: 'https://c', subject: d}}]",
        ImageVerificationConfig(
            rules=(
                ImageRule(image="a/*", deny=True),
                ImageRule(image="b", keyless=KeylessVerifier(issuer=Url("https://c"), subject="d")),
            )
        ),
    ),
}


@pytest.mark.parametrize(("body", "expected"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_keys_are_upstreams_and_values_are_parsed(body: str, expected: Document) -> None:
    assert read(type(expected).__name__, body) == expected


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("EnvironmentConfig", "variables: {1A: b}", "variables['1A']: a name is made of letters (line 3)"),
        ("EnvironmentConfig", 'variables: {A: "\\0"}', "variables['A']: a value cannot have a zero byte"),
        ("EventSinkConfig", "endpoint: a", 'endpoint: "a" is not an endpoint'),
        ("KmsgLogConfig", "name: a\nurl: http://a:1", "url: it must begin with tcp:// or udp://"),
        ("KmsgLogConfig", "name: a\nurl: tcp://a", "url: a port is required"),
        ("KmsgLogConfig", "name: a\nurl: udp://a:1/b", "url: the path must be empty"),
        ("WatchdogTimerConfig", "device: watchdog", 'device: "watchdog" is not a device'),
        ("WatchdogTimerConfig", "device: /dev/a\ntimeout: 9s", "timeout: 9s is less than 10s"),
        ("OOMConfig", "sampleInterval: 0s", "sampleInterval: must be more than 0s"),
        ("ExtensionServiceConfig", "name: a", "configFiles or environment is required"),
        ("ExtensionServiceConfig", "name: a\nenvironment: [A]", "environment[0]: expected NAME=value"),
        (
            "ExtensionServiceConfig",
            "name: a\nconfigFiles: [{content: '', mountPath: /a/../b}]",
            "is not an absolute path",
        ),
        (
            "ExtensionServiceConfig",
            "name: a\nconfigFiles: [{content: '', mountPath: /a}, {content: '', mountPath: /a}]",
            'configFiles[1].mountPath: "/a" is given twice',
        ),
        ("SideroLinkConfig", "apiUrl: nowhere", "apiUrl: not a URL: it must begin with"),
        ("PCIDriverRebindConfig", "name: 4:0\ntargetDriver: a", 'name: "4:0" is not the id of a PCI device'),
        ("PCIDriverRebindConfig", "name: 0000:04:00.0\ntargetDriver: a/b", "is not the name of a driver"),
        ("RegistryMirrorConfig", "name: a/b", 'name: "a/b" is not a registry'),
        (
            "RegistryMirrorConfig",
            "name: a\nendpoints: [{url: 'ftp://b'}]",
            "endpoints[0].url: it must begin with http://",
        ),
        ("RegistryAuthConfig", "name: '*'\nauth: a", 'name: "*" is not a registry'),
        ("RegistryAuthConfig", "name: a\nusername: b", "username and password belong together"),
        ("RegistryAuthConfig", "name: a", "username and password, auth or identityToken is required"),
        ("RegistryTLSConfig", "name: a\nca: b", "ca: expected certificates in PEM"),
        (
            "RegistryTLSConfig",
            f"name: a\nclientIdentity:\n  cert: {_block(PEM, 4)}  key: {_block(OTHER.key.reveal(), 4)}",
            "clientIdentity: the key does not belong to the certificate",
        ),
        ("RegistryTLSConfig", "name: a\nclientIdentity: {cert: b, key: hunter2}", "clientIdentity: "),
        ("TrustedRootsConfig", "name: a\ncertificates: b", "certificates: expected certificates in PEM"),
        ("ImageVerificationConfig", "rules: [{image: ''}]", "rules[0].image: image is required"),
        (
            "ImageVerificationConfig",
            "rules: [{image: a}]",
            "rules[0]: one of skip, deny, keyless, publicKey is required",
        ),
        ("ImageVerificationConfig", "rules: [{image: a, skip: true, deny: true}]", "and not skip and deny"),
        (
            "ImageVerificationConfig",
            "rules: [{image: a, keyless: {issuer: 'https://b', subjectRegex: '('}}]",
            "rules[0].keyless.subjectRegex: not a regular expression",
        ),
        (
            "ImageVerificationConfig",
            "rules: [{image: a, keyless: {issuer: 'https://b'}}]",
            "rules[0].keyless: one of subject and subjectRegex is required",
        ),
        (
            "ImageVerificationConfig",
            "rules: [{image: a, publicKey: {certificate: b}}]",
            "rules[0].publicKey.certificate: expected certificates in PEM",
        ),
    ],
)
def test_what_makes_no_sense_is_told_with_its_place(kind: str, body: str, problem: str) -> None:
    found = problems(kind, body)
    assert any(problem.partition(" (line")[0] in each for each in found), found
    assert "hunter2" not in "".join(found)


@pytest.mark.parametrize(
    ("kind", "body", "problem"),
    [
        ("ZswapConfig", "maxPoolPercent: 101", "maxPoolPercent: 101 is not between 0 and 100"),
        ("KmsgLogConfig", "name: a\nurl: 'tcp://a:99999'", 'url: "tcp://a:99999" is not a URL: Port out of range'),
        ("KmsgLogConfig", "name: a\nurl: 'tcp://a:0'", "there is no port 0"),
        ("KmsgLogConfig", "name: a\nurl: 'tcp://'", "it has no host"),
        ("KmsgLogConfig", "name: a\nurl: 'tcp://u:p@a:0'", 'url: "******" is not a URL: there is no port 0'),
        ("KmsgLogConfig", "name: a\nurl: 'tcp://a b'", "it has blanks or control characters"),
        ("EventSinkConfig", "{}", "Missing required key 'endpoint'"),
    ],
)
def test_values_that_are_none_are_told_when_read(kind: str, body: str, problem: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(kind, "" if body == "{}" else body)
    assert problem in caught.value.message


def test_a_mirror_that_leaves_nothing_to_ask_is_a_warning() -> None:
    assert warnings("RegistryMirrorConfig", "name: a\nskipFallback: true") == [
        "no image can be pulled: there are no endpoints, and skipFallback is set"
    ]


def test_a_variable_is_not_set_twice() -> None:
    found = conflicts(beside("  env: {A: b, B: c}", "EnvironmentConfig", "variables: {A: d, C: e}"))
    assert list(found) == ["v1alpha1/EnvironmentConfig/: variables['A']: already set in v1alpha1 config (machine.env)"]


def test_secrets_stay_out_of_what_is_shown() -> None:
    for body, document in (DOCUMENTS[key] for key in ("extension", "siderolink", "auth", "tls")):
        assert "******" in repr(document)
        assert "jointoken" not in repr(document)
        assert "PRIVATE" not in repr(document)
        assert read(type(document).__name__, body) == document


def test_a_registry_is_not_configured_twice() -> None:
    machine = "  registries: {mirrors: {a: {}}, config: {b: {auth: {auth: x}}, c: {tls: {insecureSkipVerify: true}}}}"
    for kind, name in (("RegistryMirrorConfig", "a"), ("RegistryAuthConfig", "b"), ("RegistryTLSConfig", "c")):
        auth = "auth: y" if kind == "RegistryAuthConfig" else ""
        for other in "abc":
            found = list(conflicts(beside(machine, kind, f"name: {other}\n{auth}")))
            assert bool(found) is (other == name), found
