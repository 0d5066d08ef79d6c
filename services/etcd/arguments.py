"""etcd's command line, as upstream builds it, in the flags of the etcd 3.4 of Debian bookworm.

What upstream's 3.5 has and 3.4.23 does not: tls-min-version (3.4 is held to TLS 1.2 with forward secrecy and AEAD by
cipher-suites instead; its TLS 1.3 needs no list), listen-client-http-urls and feature-gates (corruption checks are
experimental-* flags).
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from services.etcd.facts import Address
from services.etcd.plan import Plan

PROGRAM: Final = "/usr/bin/etcd"
CLIENT_PORT: Final = 2379
PEER_PORT: Final = 2380
CIPHER_SUITES: Final = (
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
)
# upstream's deny list; initial-* and advertise-* may be overridden
DENIED: Final = frozenset(
    {
        "name",
        "data-dir",
        "listen-peer-urls",
        "listen-client-urls",
        "listen-client-http-urls",
        "client-cert-auth",
        "cert-file",
        "key-file",
        "trusted-ca-file",
        "peer-client-cert-auth",
        "peer-cert-file",
        "peer-key-file",
        "peer-trusted-ca-file",
        "auto-tls",
        "peer-auto-tls",
        "config-file",
    }
)


class ArgumentError(Exception):
    """The machine config asks for an argument that it may not set."""


def command(plan: Plan, *, secrets: Path, data: Path) -> tuple[str, ...]:
    """The program with its arguments. Raises ArgumentError for an extra argument that is not allowed."""
    flags = base_flags(plan, secrets=secrets, data=data)
    for name, value in plan.extra_args.items():
        if name in DENIED:
            raise ArgumentError(f'extra arg "{name}" is not allowed to be overridden (.cluster.etcd.extraArgs)')
        flags[name] = value if isinstance(value, str) else ",".join(value)
    return (PROGRAM, *(f"--{name}={value}" for name, value in flags.items()))


def base_flags(plan: Plan, *, secrets: Path, data: Path) -> dict[str, str]:
    """Every flag but the machine config's own."""
    peers = urls(plan.advertised, PEER_PORT)
    return {
        "name": plan.name,
        "auto-tls": "false",
        "peer-auto-tls": "false",
        "data-dir": str(data),
        "listen-peer-urls": urls(plan.listen_peer, PEER_PORT),
        "listen-client-urls": urls(plan.listen_client, CLIENT_PORT),
        **_tls_flags(secrets),
        "experimental-initial-corrupt-check": "true",
        "experimental-watch-progress-notify-interval": "5s",
        "initial-advertise-peer-urls": peers,
        "advertise-client-urls": urls(plan.advertised, CLIENT_PORT),
        # A new cluster of one: this version knows no joining. With data in data-dir etcd ignores what is initial.
        "initial-cluster": ",".join(f"{plan.name}={url}" for url in peers.split(",")),
        "initial-cluster-state": "new",
        "initial-cluster-token": plan.cluster_id or "etcd-cluster",
        "logger": "zap",
    }


def urls(addresses: tuple[Address, ...], port: int) -> str:
    """https URLs, separated by commas."""
    return ",".join(f"https://{_host(address)}:{port}" for address in addresses)


def _tls_flags(secrets: Path) -> dict[str, str]:
    return {
        "client-cert-auth": "true",
        "cert-file": f"{secrets}/server.crt",
        "key-file": f"{secrets}/server.key",
        "trusted-ca-file": f"{secrets}/ca.crt",
        "peer-client-cert-auth": "true",
        "peer-cert-file": f"{secrets}/peer.crt",
        "peer-key-file": f"{secrets}/peer.key",
        "peer-trusted-ca-file": f"{secrets}/ca.crt",
        "cipher-suites": ",".join(CIPHER_SUITES),
    }


def _host(address: Address) -> str:
    return f"[{address}]" if address.version == 6 else str(address)
