import join from "content/messages/en/join.ftl?raw";
import { NoAnswer, Problem } from "../../../shared/api/client.ts";
import { words } from "../../messages.ts";

export const t = words(join);

/** The server's own words, or that it could not be reached. */
export function wordsOf(error: unknown): string {
  if (error instanceof NoAnswer) return t("join-offline");
  return (error instanceof Problem && error.message) || t("join-trouble");
}
