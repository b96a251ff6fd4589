"""A base per content system, for the outlets that run on it."""
