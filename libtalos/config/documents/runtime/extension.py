"""Services that extensions bring."""

from __future__ import annotations

from collections.abc import Iterator

from libtalos.config.document import Fault, NamedDocument, prefixed
from libtalos.config.section import Section
from libtalos.pki.secret import Secret


class ConfigFile(Section, frozen=True, kw_only=True):
    """configFiles[]: a file that the service sees; its content may be secret."""

    content: Secret
    mount_path: str

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the file."""
        if not self.mount_path.startswith("/") or ".." in self.mount_path.split("/"):
            yield Fault("mountPath", f'"{self.mount_path}" is not an absolute path')


class ExtensionServiceConfig(NamedDocument, frozen=True):
    """Files and environment (`NAME=value`) of a service that an extension brings."""

    config_files: tuple[ConfigFile, ...] = ()
    environment: tuple[Secret, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        if not self.config_files and not self.environment:
            yield Fault("", "configFiles or environment is required")
        seen: set[str] = set()
        for index, file in enumerate(self.config_files):
            yield from prefixed(f"configFiles[{index}]", file.faults())
            if file.mount_path in seen:
                yield Fault(f"configFiles[{index}].mountPath", f'"{file.mount_path}" is given twice')
            seen.add(file.mount_path)
        for index, variable in enumerate(self.environment):
            if not variable.reveal().partition("=")[0] or "=" not in variable.reveal():
                yield Fault(f"environment[{index}]", "expected NAME=value")
