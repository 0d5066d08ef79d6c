"""Build-time code that writes an encoder and a decoder for every message: `codec.py` beside each stub, in Python, and
one Cython source for all.

plan: what is in a message. encoding, decoding: the shape of the functions, the same for both languages. python, cython:
how a single value is written and read. render: the files.
"""
