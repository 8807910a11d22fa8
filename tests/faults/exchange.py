"""What an app and the service said to each other: recorded from the app of a release, replayed to later services."""

import gzip
import json
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page

from faults.near_server import NearServer
from faults.phone_page import RECORD, join, wait_until_sent
from support.kinds import BODIES

FOLDER = Path(__file__).with_name("exchanges")
DOSE = '{ programme: "knee-hip", exercise: "sit-to-stand", level: 1 }'
SINCE_V1 = {kind: BODIES[kind] for kind in ("about", "goal", "pathway", "check-in", "score", "safety")}
# One entry of each kind, and one that is changed, deleted and undone.
A_DAY = f"""async () => {{ {RECORD};
  const day = "2026-11-20", at = "2026-11-20T08:00:00+00:00", found = await record();
  const pain = await found.save("pain", {{ score: 4, regions: ["left-knee"], note: "Stiff." }}, {{ at, picked: true }});
  await found.save("pain", {{ score: 3, regions: [] }}, {{ entry: pain.id }});
  await found.remove(pain.id);
  await found.restore(pain.id);
  const how = {{ gentle: false, outcome: "part", sets: 2, pain: 3, effort: null, confident: null }};
  await found.save("exercise", {{ ...{DOSE}, ...how }});
  await found.save("settled", {{ on: day, settled: true }});
  await found.save("bad-day", {{ on: day }});
  await found.save("level", {{ ...{DOSE}, choice: "set", rule: null }});
  const days = {{ mon: ["09:00"], tue: [], wed: ["09:00"], thu: [], fri: [], sat: [], sun: [] }};
  await found.save("plan", {{ programme: "knee-hip", started_on: day, days, paused: null }});
  for (const [kind, body] of Object.entries({json.dumps(SINCE_V1)})) await found.save(kind, body);
}}"""

# Notes each request to the API and its answer as the app hears it.
LISTEN = """
window.turns = [];
const fetched = window.fetch;
window.fetch = async (address, options = {}) => {
  const response = await fetched(address, options);
  if (String(address).startsWith("/api/")) turns.push({
    method: options.method ?? "GET", path: address, packed: "Content-Encoding" in (options.headers ?? {}),
    body: [...new Uint8Array(await new Response(options.body).arrayBuffer())],
    status: response.status, answer: await response.clone().text(),
  });
  return response;
};
"""
Turn = dict[str, Any]


def record_exchange(page: Page, near: NearServer) -> list[Turn]:
    """Plays a day on a phone; gives every request of the app with its answer, with names for what differs each time."""
    page.add_init_script(LISTEN)
    join(page, near)
    page.evaluate(A_DAY)
    wait_until_sent(page)
    page.get_by_role("link", name="More").click()
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Start using Jointly").wait_for()
    return _merged([_turn(heard) for heard in page.evaluate("turns") if heard["status"] < 400])


def replay(client: httpx.Client, turns: list[Turn], code: str) -> list[str]:
    """Says it all to a service again, with a fresh code; gives what an app of that time could not live with.

    The client adds cookie and token, which belong to one session and are in no record.
    """
    known = {"$code": code}
    wrong = []
    for turn in turns:
        said = json.dumps(turn["body"])
        for name, value in known.items():
            said = said.replace(name, value)
        packed = {"content-encoding": "gzip"} if turn["packed"] else {}
        content = None if turn["body"] is None else said.encode()
        answer = client.request(
            turn["method"],
            turn["path"],
            content=gzip.compress(content) if content and packed else content,
            headers={"content-type": "application/json"} | packed,
        )
        where = f"{turn['method']} {turn['path']}"
        heard = answer.json() if answer.content else None
        if answer.status_code != turn["status"]:
            wrong.append(f"{where}: {answer.status_code} {answer.text}")
        elif lacking := shape(turn["answer"]) - shape(heard):
            wrong.append(f"{where}: the answer lacks {sorted(lacking)}")
        elif isinstance(heard, dict):
            known |= {f"${name}": heard[name] for name in ("person", "epoch") if heard.get(name)}
            refused = [each for subject in heard.get("subjects", ()) for each in subject["refused"]]
            wrong += [f"{where}: refused {each}" for each in refused]
    return wrong


def shape(said: Any, path: str = "") -> set[str]:
    """Paths of every field, and the kind of what is there."""
    if isinstance(said, dict):
        return {each for name, value in said.items() for each in shape(value, f"{path}.{name}")}
    if isinstance(said, list):
        return {each for value in said for each in shape(value, f"{path}[]")} | {f"{path} list"}
    return {f"{path} {type(said).__name__}"}


def _turn(heard: dict[str, Any]) -> Turn:
    packed, body = heard["packed"], bytes(heard["body"])
    said = gzip.decompress(body) if packed else body
    return heard | {
        "body": json.loads(said) if said else None,
        "answer": json.loads(heard["answer"]) if heard["answer"] else None,
    }


def _merged(turns: list[Turn]) -> list[Turn]:
    """The same with names in place of the code, the person and the epoch of this one time."""
    text = json.dumps(turns)
    for turn in turns:
        answer = turn["answer"] or {}
        for name in ("person", "epoch"):
            if answer.get(name):
                text = text.replace(answer[name], f"${name}")
        if turn["body"] and "code" in turn["body"]:
            text = text.replace(turn["body"]["code"], "$code")
    return json.loads(text)
