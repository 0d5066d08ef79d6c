"""The resource types of a node, with upstream's type names, namespaces, keys and columns."""
