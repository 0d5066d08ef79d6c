"""Secrets and machine configs for local clusters."""

from dataclasses import dataclass
from datetime import UTC, datetime

from libtalos.provision.storage import ConfigRequest, Generated


@dataclass(frozen=True, slots=True)
class GeneratedConfig:
    """Implements ConfigSource with libtalos.config and libtalos.pki."""

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        """Return the config for a control-plane node, from these secrets or from new ones.

        Raises PkiError if the secrets cannot be read.
        """
        from libtalos.config import encode, generate  # noqa: PLC0415 - keys and YAML: only to make a cluster
        from libtalos.pki import bundle  # noqa: PLC0415

        found = bundle.load(secrets) if secrets is not None else bundle.generate(now=datetime.now(UTC))
        config = generate.control_plane(
            secrets=found,
            cluster_name=request.cluster,
            hostname=request.hostname,
            address=request.node_address,
            gateway=request.gateway,
        )
        return Generated(secrets=secrets or bundle.encode(found), machine_config=encode(config))
