/**
 * The seam where a version becomes opaque bytes. Encode before a transaction opens: waiting for anything but IndexedDB
 * inside a transaction ends it.
 */
import type { Kept } from "../record/wire.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

export async function encode(version: Kept): Promise<Uint8Array> {
  return encoder.encode(JSON.stringify(version));
}

/** Raises when the bytes are not a version. */
export async function decode(blob: Uint8Array): Promise<Kept> {
  const kept = JSON.parse(decoder.decode(blob)) as Kept;
  if (typeof kept.id !== "string" || typeof kept.at !== "string") throw new SyntaxError("not a version");
  return kept;
}
