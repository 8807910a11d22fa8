/** Answers to a reminder inside the app: the same, and by the same way, as the buttons of a notification. */
import { keepSaid, pressDone, saidHere } from "../../shared/reminders/box.ts";
import type { Says } from "../../shared/reminders/message.ts";
import { passSaidOn } from "../../shared/reminders/said.ts";

/** Keeps it first, then passes it on; "waits" until there is a signal. Raises when this phone cannot keep it. */
export async function answer(token: string, keys: readonly string[], says: Says): Promise<"heard" | "waits"> {
  if (says === "done") await pressDone(keys);
  await keepSaid({ token, said: says, at: new Date().toISOString() });
  return passSaidOn().then(() => "heard", () => "waits");
}

/** The reminders whose answers wait on this phone, by their tokens. */
export const answersWaiting = async (): Promise<Map<string, Says>> =>
  new Map((await saidHere()).flatMap(([, { token, said }]): [string, Says][] => (said === "shown" ? [] : [[token, said]])));
