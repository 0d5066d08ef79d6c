"""Generate libtalos/gen from proto/: classes, codecs, stubs, bases, and the index that reflection and retries read.

Generation needs the development tools (grpcio-tools, betterproto2-compiler); nothing here is imported by a component.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts.codecs.plan import UnsupportedError
from libtalos.contracts.codecs.render import render as render_codecs
from libtalos.contracts.construct import RewriteError
from libtalos.contracts.stubs import rewrite

HEADER = '"""Generated from proto/ by `talos contracts generate`. Do not edit."""\n'


class GenerationError(Exception):
    """The protoc run failed; the message is protoc's own."""


def proto_files(root: Path) -> list[str]:
    """Every .proto below root, as protoc wants to see it named, sorted."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.proto"))


def descriptor_set(root: Path) -> pb.FileDescriptorSet:
    """Compile every proto below root into one descriptor set (imports included, sorted by name).

    Raises GenerationError with protoc's message if a file does not compile.
    """
    output = _protoc(root, ["--descriptor_set_out=/dev/stdout", "--include_imports"])
    parsed = pb.FileDescriptorSet.FromString(output)
    return pb.FileDescriptorSet(file=sorted(parsed.file, key=lambda file: file.name))


def generate(root: Path, target: Path) -> None:
    """Replace target with fresh stubs and a fresh index of the protos below root. Raises GenerationError."""
    staging = target.with_name(target.name + ".new")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    options = "client_generation=async,server_generation=async"
    _protoc(root, [f"--python_betterproto2_out={staging}", f"--python_betterproto2_opt={options}"])
    for path in staging.rglob("*.py"):
        path.write_text(_without_grpclib(path.relative_to(staging), path.read_text()))
    files = descriptor_set(root)
    (staging / "index.py").write_text(render_index(files))
    for name, text in _codecs(files).items():
        (staging / name).write_text(text)
    for path in target.rglob("*") if target.exists() else ():
        if path.suffix in (".py", ".pyx"):
            path.unlink()
    shutil.copytree(staging, target, dirs_exist_ok=True)
    shutil.rmtree(staging)


def package_digest(files: Iterable[pb.FileDescriptorProto]) -> str:
    """`sha256:<hex>` over the serialized descriptors of one package's files, sorted by name."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda file: file.name):
        digest.update(file.SerializeToString(deterministic=True))
    return f"sha256:{digest.hexdigest()}"


def render_index(files: pb.FileDescriptorSet) -> str:
    """The text of gen/index.py for a descriptor set."""
    packages = sorted({file.package for file in files.file})
    digests = {name: package_digest(f for f in files.file if f.package == name) for name in packages}
    serialized = {file.name: file.SerializeToString(deterministic=True) for file in files.file}
    dependencies = {file.name: tuple(file.dependency) for file in files.file}
    symbols = {symbol: file.name for file in files.file for symbol in _symbols(file)}
    parts = [
        HEADER,
        _table("FILES: dict[str, bytes]", "serialized FileDescriptorProto by file name", serialized),
        _table("DEPENDENCIES: dict[str, tuple[str, ...]]", "imports by file name", dependencies),
        _table("SYMBOLS: dict[str, str]", "file name by full name of service, method, message or enum", symbols),
        _table("DIGESTS: dict[str, str]", "digest by package", digests),
        _names("SAFE_METHODS: frozenset[str]", "methods without side effects", sorted(_safe_methods(files))),
    ]
    return "\n".join(parts)


def _without_grpclib(name: Path, text: str) -> str:
    try:
        return rewrite(name.as_posix(), text)
    except RewriteError as error:
        raise GenerationError(str(error)) from error


def _codecs(files: pb.FileDescriptorSet) -> dict[str, str]:
    try:
        return render_codecs(files)
    except UnsupportedError as error:
        raise GenerationError(str(error)) from error


def _protoc(root: Path, arguments: list[str]) -> bytes:
    command = [sys.executable, "-m", "grpc_tools.protoc", f"-I{root}", *arguments, *proto_files(root)]
    # protoc looks for its plug-in, and the plug-in for ruff, on the PATH: both live beside this interpreter.
    search = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": search}
    result = subprocess.run(command, capture_output=True, env=environment, check=False)
    if result.returncode != 0:
        raise GenerationError(result.stderr.decode(errors="replace").strip())
    return result.stdout


def _table(name: str, comment: str, value: Mapping[str, object]) -> str:
    rows = "".join(f"    {key!r}: {item!r},\n" for key, item in sorted(value.items()))
    return f"# {comment}\n{name} = {{\n{rows}}}\n"


def _names(name: str, comment: str, value: list[str]) -> str:
    rows = "".join(f"        {item!r},\n" for item in value)
    return f"# {comment}\n{name} = frozenset(\n    [\n{rows}    ]\n)\n"


def _symbols(file: pb.FileDescriptorProto) -> Iterator[str]:
    for message in file.message_type:
        yield from _message_symbols(f"{file.package}.{message.name}", message)
    for enum in file.enum_type:
        yield f"{file.package}.{enum.name}"
    for service in file.service:
        yield f"{file.package}.{service.name}"
        for method in service.method:
            yield f"{file.package}.{service.name}.{method.name}"


def _message_symbols(name: str, message: pb.DescriptorProto) -> Iterator[str]:
    yield name
    for nested in message.nested_type:
        yield from _message_symbols(f"{name}.{nested.name}", nested)
    for enum in message.enum_type:
        yield f"{name}.{enum.name}"


def _safe_methods(files: pb.FileDescriptorSet) -> Iterator[str]:
    for file in files.file:
        for service in file.service:
            for method in service.method:
                if method.options.idempotency_level == pb.MethodOptions.NO_SIDE_EFFECTS:
                    yield f"/{file.package}.{service.name}/{method.name}"
