"""Local clusters: nodes as privileged OCI containers on this host, one directory of state per cluster."""
