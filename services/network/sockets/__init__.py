"""The sockets of the node, and the counters of its devices, as the kernel's text files have them.

Text and not sock_diag: the fields of upstream's answer are those of /proc/net/tcp, and the modules of sock_diag
(udp_diag, raw_diag) are not there on every kernel.
"""
