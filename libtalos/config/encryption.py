"""encryption in documents of volumes: read under upstream's keys, and refused.

What was asked to be encrypted must not be there in clear; that nothing is said of it is no better.
"""

from __future__ import annotations

import msgspec

from libtalos.config.section import Section
from libtalos.pki.secret import Secret

REFUSED = "encryption is not supported: leave it out, and the volume is not encrypted"


class StaticKey(Section, frozen=True):
    """A passphrase in the config."""

    passphrase: Secret | None = None


class NodeIdKey(Section, frozen=True):
    """A key from the machine's UUID and the volume's label."""


class KmsKey(Section, frozen=True):
    """A key that a server seals."""

    endpoint: str = ""


class TpmOptions(Section, frozen=True):
    """What a key is bound to: None is upstream's PCR 7, an empty list is nothing."""

    pcrs: tuple[int, ...] | None = None


class TpmKey(Section, frozen=True):
    """A key that a TPM seals."""

    options: TpmOptions | None = None
    check_secureboot_status_on_enroll: bool | None = None


class EncryptionKey(Section, frozen=True):
    """One slot and what its key is."""

    slot: int = 0
    static: StaticKey | None = None
    node_id: NodeIdKey | None = msgspec.field(default=None, name="nodeID")
    kms: KmsKey | None = None
    tpm: TpmKey | None = None
    lock_to_state: bool | None = None


class Encryption(Section, frozen=True):
    """How a volume is to be encrypted."""

    provider: str = ""
    keys: tuple[EncryptionKey, ...] = ()
    cipher: str = ""
    key_size: int = 0
    block_size: int = 0
    options: tuple[str, ...] = ()


class SystemDiskEncryption(Section, frozen=True):
    """machine.systemDiskEncryption of the v1alpha1 document."""

    state: Encryption | None = None
    ephemeral: Encryption | None = None
