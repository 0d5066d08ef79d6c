"""A thin layer over the kernel's interfaces: ctypes and the standard library only, kernel names kept."""
