/** Who was sent to the organisation, in memory while the page is open: their names rest on no device from here. */
import { signal } from "@preact/signals";
import { type Answer, ask, askAt, type Body } from "../../../../shared/api/client.ts";
import { me, store } from "../../../state.ts";
import { type Fetched, useFetched } from "../../service/useFetched.tsx";

export type Inbox = Answer<"GET /api/inbox">;
export type Sent = Inbox["people"][number];
export type Step = Sent["steps"][number];
export type Said = Omit<Body<"PUT /api/prescriptions/{prescription}/steps/{step}">, "at">;

const inbox = signal<Inbox | null>(null);
let whose: string | undefined;

/** Asked for anew on each screen, with what is known already in sight. */
export function useInbox(): Fetched<Inbox> {
  if (whose !== me.value?.person) inbox.value = null;
  whose = me.value?.person;
  const { trouble, again } = useFetched(async () => (inbox.value = await ask("GET /api/inbox")));
  return { value: inbox, trouble, again };
}

/** Says something of the group's. The id is made by whoever writes, so that asking again after a lost answer is harmless. */
export async function say(prescription: string, step: string, said: Said): Promise<void> {
  await askAt("PUT /api/prescriptions/{prescription}/steps/{step}", { prescription, step }, { ...said, at: new Date().toISOString() });
}

// Nothing of it stays for whoever signs in next.
store.value?.changes.listen(({ what }) => {
  if (what === "wiped") inbox.value = null;
});
