/** Opening what somebody shares of their record: asked for each time, kept nowhere, and noted where they can read it. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, askAt } from "../../../shared/api/client.ts";
import type { Kind } from "../../../shared/record/kinds.ts";
import { type Entry, entryOf, type Version } from "../../../shared/record/versions.ts";
import { type Kept, type Row, versionOf } from "../../../shared/record/wire.ts";
import { withProof } from "../../components/Proof.tsx";
import { me } from "../../state.ts";

type Page = Answer<"GET /api/people/{person}/record">;

export interface Opened extends Omit<Page, "rows"> {
  rows: Row[];
  /** what the rows say together, newest first; deleted entries are left out */
  entries: Entry[];
}

const read = (person: string, before?: number): Promise<Page> =>
  withProof(() => askAt("GET /api/people/{person}/record", { person, before }));

export function useOpened(person: string) {
  const opened = useSignal<Opened | null>(null);
  const failed = useSignal<unknown>(null);
  const open = async () => {
    failed.value = null;
    try {
      opened.value = withEntries(await read(person));
    } catch (error) {
      failed.value = error;
    }
  };
  /** Older rows too. Raises what reading them raises. */
  const older = async () => {
    const now = opened.value!;
    const page = await read(person, now.rows.at(-1)?.number);
    opened.value = withEntries({ ...page, rows: [...now.rows, ...page.rows], names: { ...now.names, ...page.names } });
  };
  /** What was just written here: shown without opening the record once more. */
  const add = (row: Row) => {
    const now = opened.value!;
    const mine = me.value?.called ? { [me.value.person]: me.value.called } : {};
    opened.value = withEntries({ ...now, rows: [row, ...now.rows], names: { ...now.names, ...mine } });
  };
  useEffect(() => {
    void open();
    const again = () => void (opened.value || open());
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);
  return { opened, failed, open, older, add };
}

function withEntries(page: Page): Opened {
  return { ...page, entries: entriesOf(page.rows) };
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
