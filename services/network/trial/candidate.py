"""The text of a config to try, checked and made whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.network.machineconfig import Config, read_documents

if TYPE_CHECKING:
    from libtalos.config import Documents


def read_candidate(text: str, base: str) -> Config:
    """Return what a text asks for, be it a whole machine config or a patch of base, which is empty where there is none.

    A config is whole if it has machine.type. Raises ConfigError, with the paths, for what cannot be read or used;
    faults that base has as well are told of it already and do not count.
    """
    # YAML and patches are needed when somebody tries something, not before
    from libtalos.config import ValidationError, load_documents  # noqa: PLC0415
    from libtalos.config.patching import apply, load_patch  # noqa: PLC0415

    data = text.encode()
    whole = data if not base or _is_whole(data) else apply(base.encode(), [load_patch(data)])
    documents = load_documents(whole)
    config = read_documents(documents, whole.decode())
    known = _faults_of(base) if base else set()
    faults = [each for each in _faults(documents, config) if each not in known]
    if faults:
        raise ValidationError(faults)
    return config


def _is_whole(data: bytes) -> bool:
    from libtalos.config.nodes import Mapping  # noqa: PLC0415 - as above
    from libtalos.config.source import documents  # noqa: PLC0415 - as above

    machines = [each.entries.get("machine") for each in documents(data) if isinstance(each, Mapping)]
    return any(isinstance(each, Mapping) and "type" in each.entries for each in machines)


def _faults_of(base: str) -> set[str]:
    from libtalos.config import load_documents  # noqa: PLC0415 - as above

    documents = load_documents(base.encode())
    return set(_faults(documents, read_documents(documents, base)))


def _faults(documents: Documents, config: Config) -> list[str]:
    from libtalos.config.netcheck import check_network, check_time  # noqa: PLC0415 - as above

    machine = None if documents.machine_config is None else documents.machine_config.machine
    found = [] if machine is None else list(check_network(machine.network))
    found += [] if machine is None or machine.time is None else list(check_time(machine.time))
    # the same fault can be found by both: told once
    return found or [str(each) for each in config.network.problems]
