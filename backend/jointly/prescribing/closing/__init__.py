"""The closing message of an episode: to the referrer and the practice in the shape of PRSB, and to the person plainly.

`model.ClosingMessage` is what is said; `faults` lists what is missing; `fhir`, `pdf` and `plain` are its three forms.
Nothing here reads a database or a clock: a message that a worker reviewed comes out the same whenever it is made.
"""
