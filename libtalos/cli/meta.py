"""`talos meta`: values that outlive every other file system of the node. `talos get meta` prints them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from libtalos.bus.errors import NotFoundError
from libtalos.cli import completion
from libtalos.cli.output import say
from libtalos.cli.target import Target, node_command
from libtalos.gen.machine import MachineServiceStub, MetaDeleteRequest, MetaWriteRequest

app = typer.Typer(help="Write and delete values of META.", no_args_is_help=True, add_completion=False)

KEY_MAX: Final = 0xFF
# bytes; META as a whole has a quarter of this, so that nothing that fits is refused and no memory filled in vain
FILE_MAX: Final = 1 << 20


def parse_key(text: str) -> int:
    """The key that a number in decimal or with 0x, 0o or 0b means. Raises BadParameter."""
    try:
        key = int(text, 0)
    except ValueError:
        key = 0
    if not 0 < key <= KEY_MAX:
        raise typer.BadParameter(f"{text!r} is not a key: give a number from 1 to {KEY_MAX}, such as 0x0a")
    return key


def parse_value(text: str) -> bytes:
    """The value that was given, or of @ and the name of a file what is in the file. Raises BadParameter."""
    if not text.startswith("@"):
        return text.encode(errors="surrogateescape")
    try:
        with Path(text[1:]).open("rb") as stream:
            value = stream.read(FILE_MAX + 1)
    except OSError as error:
        raise typer.BadParameter(f"{text[1:]}: {error.strerror}") from error
    if len(value) > FILE_MAX:
        raise typer.BadParameter(f"{text[1:]}: more than {FILE_MAX} bytes, which META never holds")
    return value


def _key(complete: Callable[..., completion.Items]) -> Any:
    return typer.Argument(
        metavar="KEY", help="Number from 1 to 255, such as 0x0a.", parser=parse_key, autocompletion=complete
    )


@app.command("write")
@node_command
async def write(
    target: Target,
    key: Annotated[int, _key(completion.meta_keys)],
    value: Annotated[
        bytes, typer.Argument(metavar="VALUE|@FILE", help="Value, or @ and the file that it is in.", parser=parse_value)
    ],
) -> None:
    """Set a value, lastingly.

    Example: talos meta write 0x0a @network.yaml
    """
    with target.bus() as bus:
        await bus.channel("api").stub(MachineServiceStub).meta_write(MetaWriteRequest(key=key, value=value))
    say(f"key {key:#04x} written: {len(value)} bytes")


@app.command("delete")
@node_command
async def delete(target: Target, key: Annotated[int, _key(completion.used_meta_keys)]) -> None:
    """Remove a value, lastingly.

    Example: talos meta delete 0x0a
    """
    try:
        with target.bus() as bus:
            await bus.channel("api").stub(MachineServiceStub).meta_delete(MetaDeleteRequest(key=key))
    except NotFoundError as error:
        error.add_note("List them with `talos get meta`.")
        raise
    say(f"key {key:#04x} deleted")
