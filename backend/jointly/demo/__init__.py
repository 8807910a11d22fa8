"""The demonstration: a person 8 weeks into a programme, one who just joined, and an advisor. All invented."""
