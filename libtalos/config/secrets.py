"""The secrets of a cluster out of the machine config of one of its control-plane nodes."""

from __future__ import annotations

from typing import TypeVar

from libtalos.config.errors import ConfigError
from libtalos.config.schema import CertificateAndKey, Cluster, Machine, MachineConfig
from libtalos.pki import bundle
from libtalos.pki.bundle import SecretsBundle

T = TypeVar("T")


def secrets_of(config: MachineConfig) -> SecretsBundle:
    """Collect the secrets that `generate.control_plane` put there. Raises ConfigError naming what is missing."""
    machine, cluster = _there(config.machine, "machine"), _there(config.cluster, "cluster")
    return SecretsBundle(
        cluster=bundle.ClusterSecrets(
            id=_there(cluster.id, "cluster.id"), secret=_there(cluster.secret, "cluster.secret")
        ),
        secrets=bundle.Tokens(
            bootstrap_token=_there(cluster.token, "cluster.token"),
            secretbox_encryption_secret=_there(
                cluster.secretbox_encryption_secret, "cluster.secretboxEncryptionSecret"
            ),
        ),
        trustd_info=bundle.TrustdInfo(token=_there(machine.token, "machine.token")),
        certs=_certs(machine, cluster),
    )


def _certs(machine: Machine, cluster: Cluster) -> bundle.Certs:
    service_account = _there(cluster.service_account, "cluster.serviceAccount")
    return bundle.Certs(
        etcd=_pair(cluster.etcd.ca, "cluster.etcd.ca"),
        k8s=_pair(cluster.ca, "cluster.ca"),
        k8s_aggregator=_pair(cluster.aggregator_ca, "cluster.aggregatorCA"),
        k8s_service_account=bundle.KeyOnly(key=_there(service_account.key, "cluster.serviceAccount.key")),
        os=_pair(machine.ca, "machine.ca"),
    )


def _pair(pair: CertificateAndKey | None, path: str) -> bundle.CertificateAndKey:
    found = _there(pair, path)
    return bundle.CertificateAndKey(crt=_there(found.crt, f"{path}.crt"), key=_there(found.key, f"{path}.key"))


def _there(value: T | None, path: str) -> T:
    if not value:
        raise ConfigError(f"{path} is missing: secrets come from the config of a control-plane node", path=path)
    return value
