"""The progress of a sequence that ends the node, told until it is gone."""

from __future__ import annotations

from libtalos.bus.directory import Bus
from libtalos.bus.errors import UnavailableError
from libtalos.cli import eventtext
from libtalos.cli.output import say
from libtalos.gen.machine import SequenceEvent
from libtalos.gen.talos.component.v1 import ComponentServiceStub, WatchEventsRequest


async def tell_end(bus: Bus, name: str, actor_id: str, *, end: str) -> str:
    """Say what happens until the node is gone; return why the sequence failed, or nothing."""
    stub = bus.channel("init").stub(ComponentServiceStub)
    request = WatchEventsRequest(tail_events=-1, with_actor_id=actor_id, follow=True)
    failure = ""
    try:
        async for reply in stub.watch_events(request):
            if reply.event is not None:
                kind = eventtext.kind(reply.event).removesuffix("Event").lower()
                say(f"{name}: {kind} {eventtext.as_text(reply.event)}")
                message = eventtext.unpack(reply.event)
                if isinstance(message, SequenceEvent) and message.error:
                    failure = message.error.message
    except UnavailableError:
        # the end of init is the end of the node
        say(f"{name}: {end}" if not failure else f"{name}: gone")
    return failure
