/** Where somebody's own support stands, as the service says it; what was heard last is on this phone too. */
import { ask } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { changeKept } from "../../../shared/listings/kept.ts";
import { readSealed } from "../../../shared/store/meta.ts";
import { store } from "../../state.ts";

export type Own = Schemas["OwnReferral"];

const KEPT = "own support";

export const ownHere = async (): Promise<Own[] | null> => (await readSealed<Own[]>(store.value!, KEPT).catch(() => undefined)) ?? null;

/** Raises Problem or NoAnswer. */
export const askOwn = async (): Promise<Own[]> => keepOwn(await ask("GET /api/referrals/mine"));

/** What was heard is what is shown, whether or not this phone has room to keep it. */
export async function keepOwn(heard: Own[]): Promise<Own[]> {
  await changeKept<Own[]>(store.value!, KEPT, [], () => heard).catch(() => undefined);
  return heard;
}
