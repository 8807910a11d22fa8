"""Jointly: people with joint and muscle pain log pain and exercise on their own phone, with or without a signal."""

from importlib.metadata import version

__version__ = version("jointly-msk")
