import service from "content/messages/en/service.ftl?raw";
import { NoAnswer } from "../../../shared/api/client.ts";
import { words } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";
import { isQuiet } from "../../components/Proof.tsx";

export const t = words(service);

export const back = { to: "/service", words: t("nav-service") };

/** Why something did not work. Whoever closed the window that asked who they are knows why. */
export function troubleWords(error: unknown): string {
  if (isQuiet(error)) return t("service-not-proved");
  return error instanceof NoAnswer ? t("service-offline") : reasonOf(error);
}
