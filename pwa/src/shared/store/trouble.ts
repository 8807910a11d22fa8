/** What can go wrong with the phone's storage, by name, so that a screen can say it and keep what was typed. */

/** No room left on the phone. Nothing was saved; the form should keep its text. */
export class StorageFull extends Error {
  override name = "StorageFull";
}

/** The database cannot be opened or read. `rebuild` makes a new one and keeps what can be read. */
export class StoreBroken extends Error {
  override name = "StoreBroken";
}

/** Another tab already runs a newer version of the app: reload this one. */
export class StoreNewer extends Error {
  override name = "StoreNewer";
}

const LOST = new Set(["InvalidStateError", "UnknownError", "AbortError"]);
const BROKEN = new Set(["NotFoundError", "DataError", "DataCloneError", "EncodingError", "UnknownError", "InvalidStateError"]);

/** Did the connection go away (iOS does this in the background)? Opening it again then usually helps. */
export function isLost(error: unknown): boolean {
  return LOST.has(nameOf(error));
}

/** Is there no room? Chromium says so by name, or in the words of its own storage when the whole disk is full. */
export function isFull(error: unknown): boolean {
  return nameOf(error) === "QuotaExceededError" || /NO_SPACE|disk (is )?full/i.test((error as Error | null)?.message ?? "");
}

/** The same error under the name the app knows it by. */
export function named(error: unknown): unknown {
  const name = nameOf(error);
  if (isFull(error)) return full(error);
  if (name === "VersionError") return new StoreNewer("a newer version of the app is open", { cause: error });
  if (BROKEN.has(name)) return new StoreBroken("the phone's database cannot be read", { cause: error });
  return error;
}

export const full = (error: unknown) => new StorageFull("no room left on this phone", { cause: error });

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : "";
}
