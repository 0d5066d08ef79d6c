"""The node's image: declared packages, the suite and a skeleton, packed into one reproducible squashfs."""
