/** The words of the sync protocol, `POST /api/sync`, as the server describes them. */
import type { Operations, Schemas } from "../api/schema.d.ts";

export const MOST_ENTRIES = 500;
/** Uncompressed; the server takes 2 MB, and the rest of the request needs a little. */
export const MOST_BYTES = 1_800_000;

export type Request = Operations["POST /api/sync"]["body"];
export type SubjectUp = Schemas["SyncPush"];
export type SubjectDown = Schemas["SyncPull"];
export type Answer = Operations["POST /api/sync"]["answer"];
