"""The demonstration: a person 8 weeks into a programme, one just starting, and an advisor. All invented."""
