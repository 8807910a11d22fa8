/** The words of the sync protocol, `POST /api/sync`. */
import type { NewVersion, Row } from "../record/wire.ts";
import type { Refusal } from "../record/versions.ts";

export const MOST_ENTRIES = 500;
/** Uncompressed; the server takes 2 MB, and the rest of the request needs a little. */
export const MOST_BYTES = 1_800_000;

export interface SubjectUp {
  subject: string;
  grant: number;
  number: number;
  entries: NewVersion[];
}

export interface Request {
  device_now: string;
  epoch: string | null;
  subjects: SubjectUp[];
}

export interface SubjectDown {
  subject: string;
  grant: number;
  /** the new cursor */
  number: number;
  head: number;
  /** there are more rows: ask again */
  more: boolean;
  /** the cursor means nothing any more: send everything held, then pull from the start */
  again: boolean;
  received_at: string;
  /** runs over this subject's entries in the request: index, feed number, count */
  numbers: [number, number, number][];
  refused: ({ id: string } & Refusal)[];
  rows: Row[];
}

export interface Answer {
  now: string;
  epoch: string;
  subjects: SubjectDown[];
  /** people whose record is gone for good: delete what is held of them */
  erased: string[];
}
