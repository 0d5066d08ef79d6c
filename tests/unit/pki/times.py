"""One moment for all tests of certificates."""

from datetime import UTC, datetime

NOW = datetime.now(UTC).replace(microsecond=0)
