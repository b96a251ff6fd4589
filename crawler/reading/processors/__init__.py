"""Pure functions, text in, value out; one file per field of the trade."""
