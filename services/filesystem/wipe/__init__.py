"""Erasing disks, partitions and volumes: by signature or with zeros, and never what is in use."""
