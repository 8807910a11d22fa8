import { addDays } from "../../../shared/dates.ts";
import { Notice } from "../../components/Notice.tsx";
import { me, today } from "../../state.ts";
import { episodeOf, type Referral } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { dateOf, dayWordsOf, t } from "./words.ts";

/** Where the episode stands, who has it in hand, and by when something is due: the first thing a worker looks for. */
export function EpisodeCard({ opened: { support }, home, called }: Here) {
  const episode = episodeOf(support);
  if (!episode) {
    return (
      <Notice>
        <p>{t(support.referrals.length ? "sup-episode-over" : "sup-episode-none", { called })}</p>
        <a class="button" href={`${home.to}/episode/new`}>{t("sup-begin")}</a>{" "}
        {support.referrals.length > 0 && <a class="button quiet" href={`${home.to}/episode`}>{t("sup-episode")}</a>}
      </Notice>
    );
  }
  return (
    <section class="support-now" aria-label={t("sup-now")}>
      <p>
        <strong>{t("sup-referral-state", { state: episode.state, count: episode.attempts })}</strong>{" "}
        {ownerWords(episode, support.names)} <NextWords day={episode.next_on} />
      </p>
      <p class="soft small">{t("sup-source", { source: episode.source, day: dateOf(episode.received_at), who: episode.details?.referrer ?? t("sup-nobody") })}</p>
      {episode.details?.reason && <p class="note">{episode.details.reason}</p>}
      <a class="button plain" href={`${home.to}/episode`}>{t("sup-episode")}</a>
    </section>
  );
}

export function ownerWords({ owner }: Pick<Referral, "owner">, names: { [id: string]: string }): string {
  if (owner === me.value?.person) return t("sup-yours");
  return names[owner] ? t("sup-owner", { who: names[owner] }) : t("sup-owner-none");
}

/** By when something is due: how late it is in words, and not by a colour alone. */
export function NextWords({ day }: { day: string | null }) {
  if (!day) return null;
  if (day < today.value) return <span class="support-late">{t("sup-next-late", { day: dayWordsOf(day) })}</span>;
  if (day === today.value) return <span class="support-late">{t("sup-next-today")}</span>;
  return <span>{day === addDays(today.value, 1) ? t("sup-next-tomorrow") : t("sup-next", { day: dayWordsOf(day) })}</span>;
}
