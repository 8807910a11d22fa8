"""The record: what phones write, kept for good.

Words: an *entry* is one thing somebody recorded; each change of it is a new *version*, and nothing is
overwritten. Every version has a *number* in its person's *feed*, issued without gaps in the transaction
that keeps it. The *epoch* names one life of the database: it changes when a backup is restored, and
phones then send again what they hold.
"""
