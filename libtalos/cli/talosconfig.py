"""`talos config`: the client configuration file, shared with upstream's talosctl."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from msgspec.structs import replace

from libtalos.cli.confirming import YesOption, confirm
from libtalos.cli.offline import offline
from libtalos.cli.output import Output, emit, print_document, put, say
from libtalos.linux.files import write_atomic
from libtalos.pki.talosconfig import Context, Talosconfig, TalosconfigError, decode, encode, find
from libtalos.provision.paths import talos_home

app = typer.Typer(
    help="Manage the client configuration file (talosconfig).", no_args_is_help=True, add_completion=False
)

FileOption = Annotated[
    Path | None,
    typer.Option("--talosconfig", help="The file.", show_default="$TALOSCONFIG, else ~/.talos/config"),
]
ContextOption = Annotated[
    str, typer.Option("--context", help="Context to change or show.", show_default="the current one")
]


def read_file(given: Path | None) -> tuple[Path, Talosconfig]:
    """The file that is meant and what it says: no file, no contexts. Raises TalosconfigError, OSError."""
    path = find(os.environ, home=talos_home(os.environ), given=given)
    try:
        return path, _decode_file(path)
    except FileNotFoundError:
        return path, Talosconfig()


def write_file(path: Path, config: Talosconfig) -> None:
    """Put the file there, for its owner alone. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_atomic(path, encode(config))


def _change(given: Path | None, change: Callable[[Talosconfig], Talosconfig]) -> None:
    path, config = read_file(given)
    write_file(path, change(config))


def _change_context(given: Path | None, name: str, change: Callable[[Context], Context]) -> None:
    def changed(config: Talosconfig) -> Talosconfig:
        found, context = config.chosen(name)
        return config.with_context(found, change(context))

    _change(given, changed)


@app.command("endpoints", hidden=True)
@app.command("endpoint")
def endpoint(
    endpoints: Annotated[list[str], typer.Argument(metavar="ENDPOINT...", help="Addresses or names.")],
    file: FileOption = None,
    context: ContextOption = "",
) -> None:
    """Set the endpoints: where the client connects to, control-plane nodes or a load balancer.

    Example: talos config endpoint 10.5.0.2 10.5.0.3
    """
    with offline():
        _change_context(file, context, lambda found: replace(found, endpoints=tuple(endpoints)))


@app.command("nodes", hidden=True)
@app.command("node")
def node(
    nodes: Annotated[list[str] | None, typer.Argument(metavar="[NODE...]", help="None: ask at every command.")] = None,
    file: FileOption = None,
    context: ContextOption = "",
) -> None:
    """Set the nodes that commands are for where they name none.

    Example: talos config node 10.5.0.2
    """
    with offline():
        _change_context(file, context, lambda found: replace(found, nodes=tuple(nodes or ())))


@app.command("proxy-url")
def proxy_url(
    url: Annotated[str, typer.Argument(help="URL; none takes it away.")] = "",
    file: FileOption = None,
    context: ContextOption = "",
) -> None:
    """Set the proxy through which the endpoints are reached.

    Example: talos config proxy-url socks5://127.0.0.1:1080
    """
    with offline():
        _change_context(file, context, lambda found: replace(found, proxy_url=url))


@app.command("use-context", hidden=True)
@app.command("context")
def use_context(name: Annotated[str, typer.Argument(metavar="CONTEXT")], file: FileOption = None) -> None:
    """Set the current context.

    Example: talos config context production
    """
    with offline():
        _change(file, lambda config: config.use(name))


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="CONTEXT")],
    ca: Annotated[Path, typer.Option("--ca", help="Certificate of the cluster's authority, PEM.")],
    crt: Annotated[Path, typer.Option("--crt", help="Client certificate, PEM.")],
    key: Annotated[Path, typer.Option("--key", help="Its private key, PEM.")],
    file: FileOption = None,
) -> None:
    """Add a context with a client certificate, or replace the one of that name.

    Example: talos config add production --ca ca.crt --crt admin.crt --key admin.key
    """
    from libtalos.pki import SecretKey  # noqa: PLC0415 - with the checks below, 16 MB
    from libtalos.pki.inspect import check_pair  # noqa: PLC0415

    with offline():
        context = Context(ca=ca.read_bytes(), crt=crt.read_bytes(), key=SecretKey(key.read_text()))
        check_pair(context.crt, context.key, authority=context.ca)
        _change(file, lambda config: config.with_context(name, context))


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="CONTEXT")],
    file: FileOption = None,
    *,
    yes: YesOption = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
) -> None:
    """Remove a context, with its key.

    Example: talos config remove staging --dry-run
    """
    with offline():
        path, config = read_file(file)
        left = config.without(name)
        if dry_run:
            say(f'context "{name}" would be removed from {path}')
            return
        confirm(f'Remove context "{name}" from {path}?', yes=yes)
        write_file(path, left)


@app.command("get-contexts", hidden=True)
@app.command()
def contexts(file: FileOption = None, output: Annotated[Output, typer.Option("--output", "-o")] = Output.TABLE) -> None:
    """List the contexts.

    Example: talos config contexts
    """
    with offline():
        _, config = read_file(file)
        found = [_summary(config, name) for name in sorted(config.contexts)]
        rows = [
            ("*" if each["current"] else "", each["name"], ",".join(each["endpoints"]), ",".join(each["nodes"]))
            for each in found
        ]
        emit(found, output, header=("CURRENT", "NAME", "ENDPOINTS", "NODES"), rows=rows)


@app.command()
def merge(source: Annotated[Path, typer.Argument(metavar="FROM")], file: FileOption = None) -> None:
    """Take over the contexts of another file. One whose name is taken gets a number, such as admin-1.

    Example: talos config merge ./talosconfig
    """
    with offline():
        other = _decode_file(source)
        path, config = read_file(file)
        merged, renamed = config.merge(other)
        write_file(path, merged)
        for old, new in renamed.items():
            say(f'context "{old}" is there already: added as "{new}"')


@app.command()
def info(
    file: FileOption = None,
    context: ContextOption = "",
    output: Annotated[Output, typer.Option("--output", "-o")] = Output.TABLE,
) -> None:
    """Show a context: endpoints, nodes, and what its certificate allows and until when.

    Example: talos config info -o json
    """
    with offline():
        _, config = read_file(file)
        name, found = config.chosen(context)
        data = {**_summary(config, name), **_certificate(found)}
        if output is Output.TABLE:
            put("".join(f"{line}\n" for line in _lines(data)))
        else:
            print_document(data, output)


def _decode_file(path: Path) -> Talosconfig:
    try:
        return decode(path.read_bytes())
    except TalosconfigError as error:
        raise TalosconfigError(f"{path}: {error}") from error


def _summary(config: Talosconfig, name: str) -> dict[str, Any]:
    context = config.contexts[name]
    return {
        "name": name,
        "current": name == config.context,
        "endpoints": list(context.endpoints),
        "nodes": list(context.nodes),
    }


def _certificate(context: Context) -> dict[str, Any]:
    from libtalos.pki.inspect import describe  # noqa: PLC0415 - 16 MB, only for this command

    if not context.crt:
        return {}
    found: dict[str, Any] = msgspec.to_builtins(describe(context.crt))
    return found


def _lines(data: dict[str, Any]) -> Iterator[str]:
    yield f"Current context:     {data['name']}"
    yield f"Nodes:               {', '.join(data['nodes']) or 'not defined'}"
    yield f"Endpoints:           {', '.join(data['endpoints']) or 'not defined'}"
    if "roles" in data:
        end = datetime.fromisoformat(data["expires"])
        yield f"Roles:               {', '.join(data['roles'])}"
        yield f"Certificate expires: {_left(end - datetime.now(UTC))} ({end.date().isoformat()})"


def _left(time: Any) -> str:
    seconds = int(time.total_seconds())
    if seconds < 0:
        return "has expired"
    days, hours = seconds // 86400, seconds // 3600
    return f"in {days} days" if days else f"in {hours} hours"
