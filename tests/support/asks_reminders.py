"""How the routes of reminders are asked: all are about whoever asks, and an id of another's leads nowhere."""

from jointly.kit import clock
from support.ask import Ask, Ids, ask
from support.reminded import browser_keys


def subscription(_ids: Ids, _own: Ids) -> dict:
    """What no browser gave for this service: its key is another's."""
    p256dh, auth = browser_keys()
    to = "https://fcm.googleapis.com/fcm/send/another"
    return {"endpoint": to, "p256dh": p256dh, "auth": auth, "key": p256dh}


SAID = {"token": "A" * 43, "said": "done", "at": clock.rfc3339(clock.now())}
REMINDERS: dict[str, list[Ask]] = {
    "GET /api/reminders": [ask()],
    "GET /api/reminders/rehearsal": [ask()],
    "GET /api/reminders/told": [ask()],
    "POST /api/reminders/test": [ask(body={})],
    "GET /api/reminders/device": [ask()],
    "PUT /api/reminders/device": [ask(body=subscription)],
    "DELETE /api/reminders/device": [ask()],
    "GET /api/reminders/rounds": [ask()],
    "PUT /api/reminders/rounds": [ask(body={"kinds": ["due"]})],
    "POST /api/reminders/calendar": [ask(body={})],
    "POST /api/reminders/emails": [ask(body={})],
    "DELETE /api/reminders/calendar": [ask()],
    "POST /api/reminders/said": [ask(body=SAID)],
}
"""As `ASKS` of the rest."""
