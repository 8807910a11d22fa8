"""How the routes of the closing message are asked for what is another's there."""

from support.ask import READERS, Ask, ask

READ = {"as_read": "0" * 32, "previous": None, "read": True}
"""Somebody says that they read a message; they did not."""

CLOSING: dict[str, list[Ask]] = {
    "GET /api/referrals/{referral}/closing": [
        ask(referral="episode", may=READERS),
        ask(referral="suggestion"),
    ],
    "POST /api/referrals/{referral}/closing": [
        ask(referral="episode", body={}, may=READERS),
        ask(referral="supportedperson", body={}),
    ],
    "PUT /api/referrals/{referral}/closing/{message}": [
        ask(referral="episode", message="fresh", body=READ, may=READERS),
        ask(referral="episode", message="step", body=READ, may=READERS),
        ask(referral="shared_episode", message="step", body=READ, refused=True),
    ],
    "GET /api/referrals/{referral}/closing/{message}/pdf": [
        ask(referral="episode", message="step", may=READERS),
        ask(referral="shared_episode", message="step"),
    ],
    "GET /api/referrals/{referral}/closing/{message}/fhir": [
        ask(referral="episode", message="step", may=READERS),
        ask(referral="shared_episode", message="step"),
    ],
    "GET /api/referrals/mine/{referral}/closing": [ask(referral="episode")],
}
"""As `ASKS` of the rest."""
