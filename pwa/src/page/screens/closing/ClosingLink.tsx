import { t } from "./words.ts";

/** The kind of notice that says so, and its words. */
export const LETTER = "support-message";
export const letterNews = (): string => t("ending-own-news");

/** From somebody's own support that has ended to the letter that their team wrote them. */
export function OwnLetterLink({ referral }: { referral: string }) {
  return <p><a class="button quiet" href={`/closing/${referral}`}>{t("ending-own-link")}</a></p>;
}

/** From an episode to the message that ends it. `home` is the address of somebody's support. */
export function ClosingLink({ home, referral }: { home: string; referral: string }) {
  return <a class="button quiet" href={`${home}/closing/${referral}`}>{t("ending-link")}</a>;
}
