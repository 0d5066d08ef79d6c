"""The server's end of a connection: requests in, calls out."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping

import structlog

from libtalos.bus.connections import Lost
from libtalos.bus.dispatch import Director, Dispatcher, Served
from libtalos.bus.errors import REFUSED, BusError, ResourceExhaustedError, UnimplementedError
from libtalos.bus.http2.blocks import ReplyBlocks
from libtalos.bus.http2.call import IncomingStream, begin_call
from libtalos.bus.http2.connection import Connection
from libtalos.bus.http2.frames import (
    END_STREAM,
    PREFACE,
    SETTINGS,
    ConnectionFaultError,
    ErrorCode,
    StreamFaultError,
    go_away,
)
from libtalos.bus.http2.heads import RequestHead, check_trailers
from libtalos.bus.http2.hpack import HeaderListTooLarge
from libtalos.bus.http2.keepalive import Keepalive
from libtalos.bus.http2.known import KnownHeads
from libtalos.bus.http2.plain import PlainAnswer
from libtalos.bus.http2.reading import ReadRoom
from libtalos.bus.http2.targets import Target, Targets
from libtalos.bus.identity import UNKNOWN_PEER, Peer, peer_of
from libtalos.bus.settings import BusSettings


class Http2Server:
    """Makes connections that serve these methods."""

    def __init__(
        self,
        served: Mapping[str, Served],
        *,
        dispatcher: Dispatcher,
        settings: BusSettings,
        log: structlog.stdlib.BoundLogger,
        director: Director | None = None,
    ) -> None:
        self._director = director
        self._targets = Targets(served, settings.max_message_size)
        self._dispatcher = dispatcher
        self._settings = settings
        self._log = log
        self._room = ReadRoom()

    def make(self, lost: Lost) -> ServerConnection:
        """A connection that waits for its transport."""
        return ServerConnection(
            targets=self._targets,
            dispatcher=self._dispatcher,
            settings=self._settings,
            log=self._log,
            lost=lost,
            room=self._room,
            director=self._director,
        )


class ServerConnection(Connection[IncomingStream]):
    """One accepted connection."""

    unsupported = UnimplementedError

    def __init__(
        self,
        *,
        targets: Targets,
        dispatcher: Dispatcher,
        settings: BusSettings,
        log: structlog.stdlib.BoundLogger,
        lost: Lost,
        room: ReadRoom | None = None,
        director: Director | None = None,
    ) -> None:
        super().__init__(settings=settings, loop=asyncio.get_running_loop(), room=room)
        self.dispatcher = dispatcher
        self.peer: Peer = UNKNOWN_PEER
        self.blocks = ReplyBlocks(self.encoder, self.peer_settings)
        self.leaving = False
        self._targets = targets
        self._director = director
        self._log = log
        self._lost = lost
        self._admitted: set[str] = set()
        self._heads = KnownHeads(self.decoder, lambda block: RequestHead(self.decode_block(block)))
        # calls whose request was not whole when they came
        self._incomplete: list[IncomingStream] = []
        self._preface = PREFACE
        self._greeted = False
        self._keepalive = Keepalive(self, settings)

    @property
    def protocol(self) -> asyncio.BaseProtocol:
        """The protocol for the event loop."""
        return self

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Look the peer up at once: a pid may be reused after its process has gone."""
        self.peer = peer_of(transport)
        super().connection_made(transport)
        self._keepalive.start_handshake()

    def connection_lost(self, exc: BaseException | None) -> None:
        """End the calls of the connection."""
        self._keepalive.stop()
        super().connection_lost(exc)
        self._lost(self)

    def data_received(self, data: bytes | memoryview) -> None:
        """Read frames; the first bytes of a connection are no frame."""
        if self._preface:
            data = self._without_preface(data)
            if not data:
                return
        super().data_received(data)
        if self._incomplete:
            waiting, self._incomplete = self._incomplete, []
            for stream in waiting:
                stream.watch()

    def fail(self, code: ErrorCode, text: str) -> None:
        """End the connection for what the peer did, and say so."""
        if not self.closed:
            self._log.warning("a connection was ended", peer=str(self.peer), code=code.name, reason=text)
        super().fail(code, text)

    def go_away(self) -> None:
        """Tell the peer that no new calls are begun here."""
        if not self.leaving and not self.closed:
            self.leaving = True
            self.out.append(go_away(self.last_stream, ErrorCode.NO_ERROR, REFUSED))
            self.kick()

    def admit(self, path: str) -> None:
        """Raise the error of a call that must not begin here; a permission is looked up once for each connection."""
        if path not in self._admitted or self.dispatcher.draining:
            self.dispatcher.admit(self.peer, path)
            self._admitted.add(path)

    # -- what the connection has to ask

    def is_idle(self, stream: int) -> bool:
        """Whether the peer has not begun this stream yet; even ones it never can."""
        return stream > self.last_stream or not stream & 1

    def on_peer_leaving(self, last_stream: int, code: int, text: str) -> None:  # noqa: ARG002 - there are no pushes
        """The peer takes no pushes, of which there are none; its calls go on."""
        if code not in (ErrorCode.NO_ERROR, ErrorCode.CANCEL):
            self._log.info("a peer ended its connection", peer=str(self.peer), code=code, reason=text)

    def on_block(self, stream: int, flags: int, block: bytes) -> None:
        """Begin a call, or end the requests of one."""
        self._expect_settings()
        open_stream = self.streams.get(stream)
        if open_stream is not None:
            self._on_trailers(open_stream, flags, block)
        elif stream <= self.last_stream:
            self._on_old_stream(stream, block)
        elif not stream & 1:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, f"a client begins odd streams, and not {stream}")
        else:
            self.last_stream = stream
            self._begin(stream, flags, block)

    # -- the beginning of a connection

    def _without_preface(self, data: bytes | memoryview) -> bytes | memoryview:
        wanted, got = self._preface, bytes(data[: len(self._preface)])
        if not wanted.startswith(got):
            self.fail(ErrorCode.PROTOCOL_ERROR, "the client does not speak HTTP/2")
            return b""
        self._preface = wanted[len(got) :]
        return data[len(got) :]

    def _on_settings(self, stream: int, flags: int, payload: bytes) -> None:
        super()._on_settings(stream, flags, payload)
        if not self._greeted:
            self._greeted = True
            self._rare = {**self._rare, SETTINGS: super()._on_settings}
            self._keepalive.start()

    def _expect_settings(self) -> None:
        if not self._greeted:
            raise ConnectionFaultError(ErrorCode.PROTOCOL_ERROR, "the connection did not begin with SETTINGS")

    # -- calls

    def _begin(self, stream: int, flags: int, block: bytes) -> None:
        try:
            head = self._heads.get(block)
        except HeaderListTooLarge as error:
            self._refuse(stream, flags, ResourceExhaustedError(str(error)))
            return
        most = self.settings.max_streams
        if self.leaving or (most is not None and len(self.streams) >= most):
            raise StreamFaultError(ErrorCode.REFUSED_STREAM, "no more calls are begun here")
        if head.http_status is not None:
            self._open(PlainAnswer(self, stream, head), flags)
            return
        try:
            target = self._target(head)
        except BusError as error:
            self._refuse(stream, flags, error)
            return
        if target is None:
            self._refuse(stream, flags, UnimplementedError(f"{head.path} is not served here"))
        elif head.error is not None:
            self._refuse(stream, flags, head.error)
        else:
            self._open(begin_call(self, stream, head, target), flags)

    def _target(self, head: RequestHead) -> Target | None:
        if self._director is None:
            return self._targets.get(head.path)
        return self._targets.of(self._director.choose(head.path, head.fields, self.peer))

    def _open(self, stream: IncomingStream, flags: int) -> None:
        self.streams[stream.id] = stream
        if flags & END_STREAM:
            stream.remote_ended = True
            stream.on_end()
        else:
            self._incomplete.append(stream)

    def _refuse(self, stream: int, flags: int, error: BusError) -> None:
        """Answer with a status and nothing else."""
        self.out.append(self.blocks.status(stream, error, first=True, largest=self.peer_settings.max_frame_size))
        if not flags & END_STREAM:
            self.reset_stream(stream, ErrorCode.NO_ERROR)

    def _on_trailers(self, stream: IncomingStream, flags: int, block: bytes) -> None:
        try:
            fields = self.decode_block(block)
        except HeaderListTooLarge as error:
            raise StreamFaultError(ErrorCode.ENHANCE_YOUR_CALM, str(error)) from error
        if stream.remote_ended:
            raise StreamFaultError(ErrorCode.STREAM_CLOSED, "headers after the end of the stream")
        if not flags & END_STREAM:
            raise StreamFaultError(ErrorCode.PROTOCOL_ERROR, "a second header block that does not end the stream")
        check_trailers(fields)
        stream.remote_ended = True
        stream.on_end()

    def _on_old_stream(self, stream: int, block: bytes) -> None:
        if stream not in self._reset_here:
            raise ConnectionFaultError(ErrorCode.STREAM_CLOSED, f"headers for stream {stream}, which has ended")
        with contextlib.suppress(HeaderListTooLarge):
            self.decode_block(block)  # the table has to stay in step
