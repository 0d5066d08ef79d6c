"""What generated codecs stand on: primitives of protobuf's wire format, its limits, its errors.

Generated code (`codec.py` beside each stub) imports from here; the rest of the project asks `libtalos.bus.wire`.
Format: protobuf.dev/programming-guides/encoding.
"""
