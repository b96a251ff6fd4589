"""The order of the steps a Visit passes through; the archive does the thinking."""
