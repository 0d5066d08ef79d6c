"""Secrets and machine configs for local clusters."""

from __future__ import annotations

from datetime import UTC, datetime
from ipaddress import IPv4Interface
from typing import TYPE_CHECKING

import msgspec

from libtalos.provision.errors import ProvisionError
from libtalos.provision.storage import ConfigRequest, Generated

if TYPE_CHECKING:
    from libtalos.config.generate import Choices


class GeneratedConfig(msgspec.Struct, frozen=True):
    """Implements ConfigSource with libtalos.config and libtalos.pki."""

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        """Return the config for a control-plane node, from these secrets or from new ones.

        Raises ProvisionError if the secrets cannot be read, or make no valid config with the request.
        """
        # Keys, certificates and YAML: only to make a cluster.
        from libtalos.config import ConfigError, ValidationError, encode, generate  # noqa: PLC0415
        from libtalos.pki import bundle  # noqa: PLC0415
        from libtalos.pki.keys import PkiError  # noqa: PLC0415

        try:
            found = bundle.load(secrets) if secrets is not None else bundle.generate(now=datetime.now(UTC))
            config = generate.control_plane(found, _choices(request))
        except (ConfigError, ValidationError, PkiError) as error:
            raise ProvisionError(f"machine config of {request.hostname}: {error}") from error
        return Generated(secrets=secrets or bundle.encode(found), machine_config=encode(config))


def _choices(request: ConfigRequest) -> Choices:
    from libtalos.config.generate import Choices  # noqa: PLC0415 - as above

    return Choices(
        cluster_name=request.cluster,
        hostname=request.hostname,
        interface=request.interface,
        addresses=(request.node_address,),
        gateway=request.gateway,
        cert_sans=(str(IPv4Interface(request.node_address).ip),),
    )
