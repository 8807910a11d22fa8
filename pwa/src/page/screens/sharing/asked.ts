/** Whether somebody was asked to share with the team: once, on whichever phone they joined first. */
import { ask, askAt } from "../../../shared/api/client.ts";
import { store } from "../../state.ts";
import { holdsDiary, type Scope } from "./words.ts";

const ASKED = "asked team";

export async function notYetAsked(): Promise<boolean> {
  if (await store.value!.read(ASKED)) return false;
  const { given } = await ask("GET /api/shares");
  return !given.some((share) => share.with_kind === "service" && holdsDiary(share));
}

export const rememberAsked = (): Promise<void> => store.value!.write(ASKED, true);

/** Shares with the whole team, or one of them. The id is made here, so that asking again after a lost answer gives nothing twice. */
export const shareWithTeam = (id: string, scopes: Scope[], may_write: boolean, ends_at: string | null = null, with_id: string | null = null) =>
  askAt("PUT /api/shares/{id}", { id }, { with_kind: with_id ? "person" : "service", with_id, scopes, may_write, ends_at });
