import { daysBetween } from "../../../shared/dates.ts";
import { today } from "../../state.ts";
import { onDay } from "../account/words.ts";
import { OwnLetterLink } from "../closing/ClosingLink.tsx";
import type { Own } from "./own.ts";
import { dayHere, t } from "./words.ts";

/** Where one episode of support stands: who has it in hand, and how long nobody has answered. */
export function Standing({ own }: { own: Own }) {
  const { called, words, attempts, first_contact_at, closed_at } = own;
  const open = !closed_at;
  const waiting = open && !first_contact_at;
  return (
    <div class={open ? "notice" : "row card done"}>
      <p>{began(own)}</p>
      {waiting && attempts === 0 && <p>{t(own.source === "self" ? "own-support-nobody" : "own-support-nobody-yet", { days: Math.max(0, daysBetween(dayHere(own.received_at), today.value)) })}</p>}
      {waiting && attempts > 0 && <p>{t("own-support-tried", { count: attempts })}</p>}
      {open && called && <p>{t("own-support-has", { called })}</p>}
      {first_contact_at && <p>{t("own-support-spoke", { day: onDay(first_contact_at) })}</p>}
      {open && own.state === "active" && <p>{t("own-support-runs")}</p>}
      {closed_at && <p>{t("own-support-closed", { day: onDay(closed_at) })}</p>}
      {own.has_letter && <OwnLetterLink referral={own.id} />}
      {words && <p class="note"><span class="soft">{t("own-support-wrote")}: </span>{words}</p>}
      {waiting && attempts === 0 && <p class="soft">{t("own-support-nobody-call")}</p>}
      {open && (
        <div class="buttons">
          {waiting && <a class="button plain" href="/more/about-me">{t("own-support-reach")}</a>}
          <a class="button plain" href="/more/sharing">{t("own-support-stop")}</a>
        </div>
      )}
    </div>
  );
}

function began({ source, referrer, received_at }: Own): string {
  const day = onDay(received_at);
  if (source === "self") return t("own-support-asked", { day });
  return referrer ? t("own-support-referred", { referrer, day }) : t("own-support-referred-team", { day });
}
