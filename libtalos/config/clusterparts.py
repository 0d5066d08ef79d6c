"""Parts of cluster in the v1alpha1 document: what the programs of the control plane get, and what is deployed."""

from __future__ import annotations

from typing import Any

import msgspec

from libtalos.config.section import Section
from libtalos.config.written import Duration
from libtalos.pki.secret import Secret


class Flannel(Section, frozen=True):
    """cluster.network.cni.flannel"""

    extra_args: tuple[str, ...] = ()


class VolumeMount(Section, frozen=True):
    """extraVolumes[] of a program of the control plane."""

    host_path: str = ""
    mount_path: str = ""
    readonly: bool | None = None


class Resources(Section, frozen=True):
    """resources of a program of the control plane, as a pod has them."""

    requests: dict[str, Any] = msgspec.field(default_factory=dict)
    limits: dict[str, Any] = msgspec.field(default_factory=dict)


class AdmissionPlugin(Section, frozen=True):
    """cluster.apiServer.admissionControl[]"""

    name: str = ""
    configuration: dict[str, Any] = msgspec.field(default_factory=dict)


class Authorizer(Section, frozen=True):
    """cluster.apiServer.authorizationConfig[]: type is Node, RBAC or Webhook."""

    type: str = ""
    name: str = ""
    webhook: dict[str, Any] = msgspec.field(default_factory=dict)


class ExternalCloudProvider(Section, frozen=True):
    """cluster.externalCloudProvider: manifests are URLs."""

    enabled: bool | None = None
    manifests: tuple[str, ...] = ()


class InlineManifest(Section, frozen=True):
    """cluster.inlineManifests[]: contents may have secrets."""

    name: str = ""
    contents: Secret | None = None


class AdminKubeconfig(Section, frozen=True):
    """cluster.adminKubeconfig: a year, where nothing is said."""

    cert_lifetime: Duration | None = None
