"""Sync: the protocol between devices and the record. One request pushes what is new and pulls what is missing."""
