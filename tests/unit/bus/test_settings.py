"""The limits of the bus."""

import pytest

from libtalos.bus.settings import BusSettings, settings_from


def test_the_bus_speaks_http2_itself_unless_told_otherwise() -> None:
    assert settings_from({}) == BusSettings(transport="http2")
    assert settings_from({"TALOS_BUS_TRANSPORT": "grpclib"}) == BusSettings(transport="grpclib")


@pytest.mark.parametrize("name", ["", "HTTP2", "h2"])
def test_a_transport_that_there_is_not_is_named(name: str) -> None:
    with pytest.raises(ValueError, match=f"TALOS_BUS_TRANSPORT is '{name}': it has to be"):
        settings_from({"TALOS_BUS_TRANSPORT": name})


def test_the_defaults_hold_together() -> None:
    settings = BusSettings()
    assert settings.stream_window <= settings.connection_window <= settings.connection_buffer
    assert settings.connection_buffer >= 2 * settings.max_message_size
    assert settings.max_frame_size <= settings.stream_window
    assert settings.call_deadline > settings.drain_timeout + settings.end_timeout
