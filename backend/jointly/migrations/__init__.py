"""One linear history of the main database: `m0001_….py`, `m0002_….py` and so on."""
