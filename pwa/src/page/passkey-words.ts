import proof from "content/messages/en/proof.ftl?raw";
import { NoAnswer } from "../shared/api/client.ts";
import { words } from "./messages.ts";
import { PasskeyTrouble } from "./passkey.ts";
import { reasonOf } from "./reasons.ts";

export const t = words(proof);

/** Why signing in or a proof did not work, and what to do next. */
export function passkeyWords(error: unknown): string {
  if (error instanceof PasskeyTrouble) return t(`passkey-${error.why}`);
  return error instanceof NoAnswer ? t("passkey-offline") : reasonOf(error);
}
