"""Generated from proto/ by `talos contracts generate`. Do not edit."""

DIGEST = "f959c333e9652cef872c2a3a8d18fca2501cd53ed16c3ad4d9b2d25544543858"
