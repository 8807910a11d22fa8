/** Saving into the record of somebody who shares it: sent at once, and kept nowhere on this device. */
import { askAt } from "../../../shared/api/client.ts";
import { type Day, localTime, localTimeOn, phoneClock } from "../../../shared/dates.ts";
import { uuid7 } from "../../../shared/ids.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { How } from "../../../shared/record/versions.ts";
import type { Row } from "../../../shared/record/wire.ts";
import { withProof } from "../../components/Proof.tsx";
import { me } from "../../state.ts";
import type { Opened } from "./opening.ts";

/** Saves a body, new or over an entry, and gives the entry's id. `day` is that of paper. Raises what sending raises. */
export type Keep = <K extends Kind>(kind: K, body: Bodies[K], how: How, more?: { entry?: string | null; day?: Day | undefined }) => Promise<string>;

/** The same words sent again after a lost answer are the same version. */
const sent = new Map<string, string>();

export function keeper(record: () => Pick<Opened, "person" | "entries">, add: (row: Row) => void): Keep {
  return async (kind, body, how, { entry, day } = {}) => {
    const { person, entries } = record();
    const before = entry ? entries.find(({ id }) => id === entry) : undefined;
    const key = JSON.stringify([person, kind, before?.head.id, day, body]);
    const id = sent.get(key) ?? uuid7();
    sent.set(key, id);
    const zone = phoneClock.zone();
    const version = {
      id, kind, zone, how: how as "phone", body: { ...body } as { [name: string]: unknown }, picked: day !== undefined,
      at: day ? localTimeOn(day, "12:00", zone) : localTime(phoneClock.now(), zone),
      ...(before && { entry: before.id, previous: before.head.id }),
    };
    const { number } = await withProof(() => askAt("PUT /api/people/{person}/entries/{id}", { person, id }, version));
    sent.delete(key);
    const { person: by, device } = me.value!;
    add({ ...version, number, by, device, received_at: new Date().toISOString() } as Row);
    return before?.id ?? id;
  };
}

/** Whether the reader may write check-ins, goals and scores for them. */
export const mayCare = ({ writes, ways }: Opened): boolean => ways.length > 0 && writes.includes("checkins");
