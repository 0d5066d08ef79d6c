"""Packets of a link, as they pass, in the format that tcpdump writes."""
