"""One way in: referrals from a practice, an agency, an advisor or a file, and who may be the same as somebody known.

An *arrival* is a referral that nobody of the team has taken yet. Nothing here decides that two records are of one
person: what is alike is shown, and a human says.
"""
