"""The version of the reader, raised whenever other words are taken from the same bytes."""

READER = "3"
