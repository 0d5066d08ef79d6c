"""Service events in upstream's words: machine.ServiceStateEvent, as `talosctl events` shows them."""

from collections.abc import Callable

from libtalos.gen.machine import ServiceHealth, ServiceStateEvent, ServiceStateEventAction
from libtalos.supervise.journal import Listener
from libtalos.supervise.status import ServiceEvent, ServiceStatus


def state_event(status: ServiceStatus, event: ServiceEvent) -> ServiceStateEvent:
    """The message for one event of a service."""
    health = status.health
    return ServiceStateEvent(
        service=status.id,
        action=ServiceStateEventAction[event.state.name],
        message=event.message,
        health=ServiceHealth(
            unknown=health.healthy is None,
            healthy=health.healthy is True,
            last_message=health.message,
            last_change=health.changed,
        ),
    )


def publishing(publish: Callable[[ServiceStateEvent], object]) -> Listener:
    """A listener for the supervisor that publishes each event, for instance with EventLog.publish."""

    def listen(status: ServiceStatus, event: ServiceEvent) -> None:
        publish(state_event(status, event))

    return listen
