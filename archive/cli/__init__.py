"""One thin file a family of commands that needs the archive alone."""
