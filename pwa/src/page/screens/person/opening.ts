/** Opening what somebody shares of their record: asked for each time, kept nowhere, and noted where they can read it. */
import { effect, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import type { Kind } from "../../../shared/record/kinds.ts";
import { type Entry, entryOf, type Version } from "../../../shared/record/versions.ts";
import { type Kept, type Row, versionOf } from "../../../shared/record/wire.ts";
import { withProof } from "../../components/Proof.tsx";
import { whenOnline } from "../../online.ts";
import { path } from "../../router.ts";
import { me } from "../../state.ts";
import { whose } from "../../whose.ts";
import { nameOf } from "./words.ts";

type Page = Answer<"GET /api/people/{person}/record">;

export interface Opened extends Omit<Page, "rows" | "standing"> {
  /** the newest; older ones come on request */
  rows: Row[];
  /** older ones of the kinds that say how things stand, such as the plan: there from the first on */
  standing: Row[];
  /** what all of them say together, newest first; deleted entries are left out */
  entries: Entry[];
  /** the same for the days that `rows` reach back to */
  diary: Entry[];
}

const read = (person: string, before?: number): Promise<Page> =>
  withProof(() => askAt("GET /api/people/{person}/record", { person, before }));

/** What is open stays in memory while the screens below its page are walked through, and is dropped on leaving them. */
let held: Opened | null = null;

effect(() => {
  const now = path.value; // read before anything else, so that every change of address is heard
  if (held && !now.startsWith(`/person/${held.person}/`)) whose.value = held = null;
});

export function useOpened(person: string) {
  const opened = useSignal<Opened | null>(held?.person === person ? held : null);
  const failed = useSignal<unknown>(null);
  const show = (page: Whole) => {
    opened.value = withEntries(page);
    if (!path.peek().startsWith(`/person/${person}`)) return; // it came late: they have left
    held = opened.value;
    whose.value = nameOf(page.called);
  };
  const open = async () => {
    failed.value = null;
    try {
      show((await read(person)) as Whole);
    } catch (error) {
      failed.value = error;
    }
  };
  /** Older rows too. Raises what reading them raises. */
  const older = async () => {
    const now = opened.value!;
    const page = await read(person, now.rows.at(-1)?.number);
    const { standing, whole } = now; // they came with the first page
    show({ ...page, standing, whole, rows: [...now.rows, ...(page.rows as Row[])], names: { ...now.names, ...page.names } });
  };
  /** What was just written here: shown without opening the record once more. */
  const add = (row: Row) => {
    const now = opened.value!;
    const mine = me.value?.called ? { [me.value.person]: me.value.called } : {};
    show({ ...now, rows: [row, ...now.rows], names: { ...now.names, ...mine } });
  };
  useEffect(() => {
    if (!opened.value) void open();
    const came = () => opened.peek() !== null;
    return whenOnline(async () => came() || open(), came);
  }, []);
  return { opened, failed, open, older, add };
}

type Whole = Omit<Opened, "entries" | "diary">;

function withEntries(page: Whole): Opened {
  const entries = entriesOf([...new Map([...page.standing, ...page.rows].map((row) => [row.id, row])).values()]);
  const shown = new Set(page.rows.map((row) => row.entry ?? row.id));
  return { ...page, entries, diary: entries.filter(({ id }) => shown.has(id)) };
}

/** The versions of each entry merged by the one rule, newest first by when it happened. */
export function entriesOf(rows: readonly Row[]): Entry[] {
  const versions = new Map<string, Version[]>();
  for (const row of rows) {
    const version = versionOf(row as Kept, { number: row.number, received_at: row.received_at, refused: null });
    versions.set(version.entry, [...(versions.get(version.entry) ?? []), version]);
  }
  return [...versions.values()].map((each) => entryOf(each)).filter((entry) => !entry.gone).sort((a, b) => b.instant - a.instant);
}

/** The newest entry of a kind, such as what they say about themselves. */
export const newest = <K extends Kind>(entries: readonly Entry[], kind: K): Entry<K> | undefined =>
  entries.find((entry) => entry.kind === kind) as Entry<K> | undefined;
