"""What can go wrong with services, in the words that the caller sees."""


class SuperviseError(Exception):
    """Base of the errors of this package; the text is complete and says what to do where something can be done."""


class UnknownServiceError(SuperviseError):
    """No service of that id is loaded."""

    def __init__(self, service: str) -> None:
        super().__init__(f'service "{service}" not defined')


class ServiceGraphError(SuperviseError):
    """Services that cannot be loaded: an id twice, a dependency that nobody defines, or a cycle."""


class RefusedOperationError(SuperviseError):
    """The service does not take this operation from outside."""

    def __init__(self, service: str, operation: str) -> None:
        super().__init__(f'service "{service}" doesn\'t support {operation} operation via API')


class ClosedError(SuperviseError):
    """The supervisor is stopping everything and starts nothing any more."""

    def __init__(self) -> None:
        super().__init__("the node is shutting down: no service can be started any more")


class LaunchError(SuperviseError):
    """A program could not be started; the text names the step and the reason."""


class UnknownLogError(SuperviseError):
    """No log of that name is kept."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f'log "{name}" was not registered; known: {", ".join(known) or "none"}')


class CheckFailedError(SuperviseError):
    """A health check found the service unhealthy."""
