"""Reminders: what is due when, and how it is told."""
