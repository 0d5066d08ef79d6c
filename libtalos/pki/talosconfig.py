"""The talosconfig: how a client reaches its clusters, and as whom. Upstream's file, so that it travels both ways.

Format and rules: upstream's pkg/machinery/client/config.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace

from libtalos.pki.authority import KeyPair
from libtalos.pki.secret import Secret, SecretKey, hide, reveal

FILE_VARIABLE: Final = "TALOSCONFIG"
# where a pod of the cluster finds the one that was made for it
SERVICE_ACCOUNT_FILE: Final = Path("/var/run/secrets/talos.dev/config")


class TalosconfigError(Exception):
    """A talosconfig, or one of its contexts, cannot be used; the message says which and what to do."""


class _Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """An unknown key is refused: to drop it when the file is written would lose it."""


class Basic(_Part, frozen=True):
    """auth.basic: the user of a proxy in front of the endpoints."""

    username: str = ""
    password: Secret = Secret("")


class SideroV1(_Part, frozen=True):
    """auth.siderov1: an identity of Omni's."""

    identity: str = ""


class Auth(_Part, frozen=True):
    """How a context signs in, if not by a client certificate."""

    basic: Basic | None = None
    siderov1: SideroV1 | None = None


class Context(_Part, frozen=True):
    """One cluster as one user: ca and crt are PEM, in base64 in the file, and so is key."""

    endpoints: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    ca: bytes = b""
    crt: bytes = b""
    key: SecretKey = SecretKey("")
    auth: Auth = Auth()
    cluster: str = ""
    proxy_url: str = msgspec.field(default="", name="proxy-url")


class Talosconfig(_Part, frozen=True):
    """All contexts by name, and the name of the one that is used where none is named."""

    context: str = ""
    contexts: dict[str, Context] = msgspec.field(default_factory=dict)

    def chosen(self, name: str = "") -> tuple[str, Context]:
        """The named context, or the current one, with its name. Raises TalosconfigError if there is none."""
        wanted = name or self.context
        if not wanted:
            raise TalosconfigError("no context is set: choose one with `talos config context NAME`")
        if wanted not in self.contexts:
            known = ", ".join(sorted(self.contexts)) or "there are none"
            raise TalosconfigError(f'context "{wanted}" is not defined, only: {known}')
        return wanted, self.contexts[wanted]

    def with_context(self, name: str, context: Context) -> Talosconfig:
        """The same with this context added or replaced; the first one there is becomes the current one."""
        return replace(self, context=self.context or name, contexts={**self.contexts, name: context})

    def without(self, name: str) -> Talosconfig:
        """The same without a context. Raises TalosconfigError if it is the current one, or is not there."""
        self.chosen(name)
        if name == self.context:
            raise TalosconfigError(f'context "{name}" is the current one: choose another one first')
        return replace(self, contexts={key: each for key, each in self.contexts.items() if key != name})

    def use(self, name: str) -> Talosconfig:
        """The same with another current context. Raises TalosconfigError if it is not there."""
        return replace(self, context=self.chosen(name)[0])

    def merge(self, other: Talosconfig) -> tuple[Talosconfig, dict[str, str]]:
        """This with the contexts of another one, and the new names of those whose name was taken by a different one.

        As upstream does: `name-1`, `name-2`, and the current context becomes the other's.
        """
        contexts = dict(self.contexts)
        names: dict[str, str] = {}
        for name, context in other.contexts.items():
            names[name] = _free_name(name, context, contexts)
            contexts[names[name]] = context
        current = names.get(other.context, self.context)
        renamed = {old: new for old, new in names.items() if old != new}
        return replace(self, context=current, contexts=contexts), renamed


def _free_name(name: str, context: Context, taken: Mapping[str, Context]) -> str:
    found, number = name, 0
    while found in taken and taken[found] != context:
        number += 1
        found = f"{name}-{number}"
    return found


def client(*, name: str, pair: KeyPair, authority: bytes, endpoints: tuple[str, ...] = ()) -> Talosconfig:
    """A talosconfig of one context: a client certificate and the authority that signs the nodes' ones."""
    context = Context(endpoints=endpoints, ca=authority, crt=pair.certificate, key=pair.key)
    return Talosconfig().with_context(name, context)


def find(environment: Mapping[str, str], *, home: Path, given: Path | None = None) -> Path:
    """The file to use: the one given, else $TALOSCONFIG, else the user's in home, else a pod's if there is one."""
    if given is not None:
        return given
    if environment.get(FILE_VARIABLE):
        return Path(environment[FILE_VARIABLE])
    own = home / "config"
    return own if own.exists() or not SERVICE_ACCOUNT_FILE.exists() else SERVICE_ACCOUNT_FILE


def decode(data: bytes) -> Talosconfig:
    """Read a document; an empty one has no contexts. Raises TalosconfigError naming the field, without its value."""
    import yaml  # noqa: PLC0415 - heavy, only where used

    try:
        plain = yaml.load(data, Loader=yaml.CSafeLoader)
        return msgspec.convert({} if plain is None else plain, Talosconfig, dec_hook=hide)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise TalosconfigError(f"not YAML: {error.problem} (line {line})") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise TalosconfigError(f"not YAML: {error}") from error
    except msgspec.ValidationError as error:
        raise TalosconfigError(f"not a talosconfig: {error}") from error


def encode(config: Talosconfig) -> bytes:
    """Write a document, keys in clear: put it where only its owner reads (mode 0600)."""
    import yaml  # noqa: PLC0415

    plain = msgspec.to_builtins(config, enc_hook=reveal)
    return yaml.dump(plain, Dumper=yaml.CSafeDumper, sort_keys=False, indent=4, encoding="utf-8", width=1 << 20)
