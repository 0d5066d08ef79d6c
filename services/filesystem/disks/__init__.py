"""The node's disks: what the kernel has, what is on it, and how a disk becomes the node's."""
