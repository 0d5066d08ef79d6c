"""The one error of this package that a user is meant to read."""


class ProvisionError(Exception):
    """Something about a local cluster cannot be done; the message says what, where, and what to do about it."""


class UnknownClusterError(ProvisionError):
    """There is no cluster of that name."""
