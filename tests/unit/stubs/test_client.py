"""What a stub's defaults do."""

from typing import Any

from libtalos.stubs import ServiceStub


class Recorder:
    """Keeps what it is called with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []

    def __getattr__(self, name: str) -> Any:
        if not name.startswith(("unary_", "stream_")):
            raise AttributeError(name)

        def record(*arguments: Any, **options: Any) -> str:
            self.calls.append((name, arguments, options))
            return name

        return record


def ways(stub: ServiceStub) -> list[Any]:
    return [stub._unary_unary, stub._unary_stream, stub._stream_unary, stub._stream_stream]


NAMES = ["unary_unary", "unary_stream", "stream_unary", "stream_stream"]


def test_without_defaults_the_caller_is_called_itself() -> None:
    caller = Recorder()
    stub = ServiceStub(caller)
    assert stub.channel is caller
    for way, name in zip(ways(stub), NAMES, strict=True):
        assert way("/a/B", 1, timeout=2) == name
    assert caller.calls == [(name, ("/a/B", 1), {"timeout": 2}) for name in NAMES]


def test_defaults_hold_for_what_a_call_does_not_name() -> None:
    caller = Recorder()
    for way in ways(ServiceStub(caller, timeout=1.5, metadata={"a": "b"})):
        way("/a/B", timeout=None, deadline=None, metadata=None)
        way("/a/B", timeout=3)
    defaults = {"timeout": 1.5, "deadline": None, "metadata": {"a": "b"}}
    named = {"timeout": 3, "metadata": {"a": "b"}}
    assert caller.calls == [(name, ("/a/B",), options) for name in NAMES for options in (defaults, named)]
