/** Somebody's support as it is open here: what the service says, and what was written since. */
import { effect, signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Row } from "../../../shared/record/wire.ts";
import { withProof } from "../../components/Proof.tsx";
import { copiedAt, read } from "../../desk.ts";
import { whenOnline } from "../../online.ts";
import { path } from "../../router.ts";
import { whose } from "../../whose.ts";
import { entriesOf } from "../person/opening.ts";
import { nameOf } from "../person/words.ts";

export type Support = Schemas["Support"];
export type Referral = Schemas["Referral"];
export type Suggestion = Schemas["Prescription"];
export type Step = Schemas["Step"];

/** What they share of their diary, as far as this page shows it: never kept on the device, so only with a signal. */
export interface Shared extends Pick<Page, "scopes" | "writes" | "ways"> {
  entries: Entry[];
}

export interface Opened {
  support: Support;
  /** steps, suggestions and tasks that this device keeps until they can be sent */
  waiting: ReadonlySet<string>;
}

export const opened = signal<Opened | null>(null);

effect(() => {
  const now = path.value; // read before anything else, so that every change of address is heard
  if (opened.peek() && !now.startsWith(`/person/${opened.peek()!.support.person}/support`)) opened.value = whose.value = null;
});

type Page = Answer<"GET /api/people/{person}/record">;

/** Their goals and check-ins, asked for when they are shown. Raises what asking raises. */
export async function sharedOf(person: string): Promise<Shared> {
  const { standing, rows, scopes, writes, ways } = await withProof(() => askAt("GET /api/people/{person}/record", { person }));
  const all = [...new Map(([...standing, ...rows] as Row[]).map((row) => [row.id, row])).values()];
  return { scopes, writes, ways, entries: entriesOf(all) };
}

/** The support of this person: null until it came, with what went wrong. */
export function useOpened(person: string) {
  const failed = useSignal<unknown>(null);
  const open = async () => {
    failed.value = null;
    try {
      const support = await read<Support>(`/api/people/${person}/support`);
      if (!path.peek().startsWith(`/person/${person}/support`)) return; // it came late: they have left
      const copy = copiedAt.peek() !== null;
      if (copy && opened.peek()?.support.person === person) return; // what is here already has what was written since
      opened.value = { support, waiting: new Set() };
      whose.value = nameOf(support.called);
    } catch (error) {
      failed.value = error;
    }
  };
  const here = opened.value?.support.person === person ? opened.value : null;
  useEffect(() => {
    if (!here) void open();
    return whenOnline(open, () => failed.peek() === null);
  }, [person]);
  return { here, failed, open };
}

/** What the service has by now, after it refused something because of it. With no signal nothing changes. Raises what reading raises. */
export async function openAgain(person: string): Promise<void> {
  const support = await read<Support>(`/api/people/${person}/support`);
  if (copiedAt.peek() === null && opened.peek()?.support.person === person) opened.value = { support, waiting: new Set() };
}

/** The episode that is going on; none before one has begun and after it was closed. */
export const episodeOf = ({ referrals }: Support): Referral | undefined => referrals.find(({ state }) => state !== "closed");
