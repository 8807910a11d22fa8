"""The message that closes an episode, from what is written down to what the worker reviewed and everybody reads.

`gathering` reads what is known, `making` fills the closing message from it, `edits` holds what the worker changes,
`reviewing` keeps what they have read, and `handing_out` gives it: as PDF, as FHIR document, and plainly to the person.
"""
