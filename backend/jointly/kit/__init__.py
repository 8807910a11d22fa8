"""What every room stands on: the database, the clock, ids, sealing. No health word in here."""
