"""Ways out of the archive, one file a format, and the way back in."""
