"""META: a few values by key that outlive every other file system of the node, such as an upgrade's way back.

Pure are the formats (`adv`, `syslinux`) and what is made of them (`store`); `medium` and `places` do the work on files.
"""
