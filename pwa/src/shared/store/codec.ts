/**
 * The seam where a version becomes opaque bytes, sealed for its subject and its own id. Encode before a transaction opens:
 * waiting for anything but IndexedDB inside a transaction ends it.
 */
import type { Kept } from "../record/wire.ts";
import type { StoredRow } from "./db.ts";
import { aboutRow, type Bytes, sealValue, unsealValue } from "./sealing.ts";

export const encode = (key: CryptoKey, subject: string, version: Kept): Promise<Bytes> =>
  sealValue(key, aboutRow(subject, version.id), version);

/** Raises when the bytes are not that version, sealed under this key. */
export async function decode(key: CryptoKey, { subject, id, blob }: Pick<StoredRow, "subject" | "id" | "blob">): Promise<Kept> {
  const kept = await unsealValue<Kept>(key, aboutRow(subject, id), blob);
  if (typeof kept.id !== "string" || typeof kept.at !== "string") throw new SyntaxError("not a version");
  return kept;
}
