"""Taking listings in from where others publish them: asked politely, kept as they came, then made into listings."""
