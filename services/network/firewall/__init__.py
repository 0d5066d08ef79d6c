"""The node's firewall: from documents of the machine config to a table of nftables that is the node's alone."""
