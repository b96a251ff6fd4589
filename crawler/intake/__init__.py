"""Pages a person already has."""
