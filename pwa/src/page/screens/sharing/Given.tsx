import { Button } from "../../components/Button.tsx";
import { onDay } from "../account/words.ts";
import { scopeWords, type Share, t, withWords } from "./words.ts";
import "../account/account.css";

/** One share in words: with whom, what, why, since and until when. Without `stop` it is over. */
export function Given({ share, stop }: { share: Share; stop?: () => unknown }) {
  const { with_kind, with_id, scopes, may_write, why, given_at, ends_at, ended_at } = share;
  const who = withWords(share);
  const emergency = with_kind === "emergency";
  const support = scopes.includes("support");
  const waits = with_kind === "person" && with_id === null;
  return (
    <div class={emergency ? "row card marked" : "row card"}>
      <h2 class="what">{emergency ? t("share-emergency", { who }) : who}</h2>
      <p>{t("share-sees", { what: scopeWords(scopes) })}</p>
      {scopes.includes("about") && <p class="soft">{t("share-about")}</p>}
      {support && <p>{t("share-support")}</p>}
      {may_write && <p>{t(with_kind === "service" ? "share-writes-team" : "share-writes")}</p>}
      {why && <p>{t(emergency ? "share-reason" : "share-why", { why })}</p>}
      <p class="soft">{[t("share-since", { day: onDay(given_at) }), until(ends_at, ended_at)].join(" ")}</p>
      {stop && waits && <p>{t("share-waits")}</p>}
      {stop && support && <p class="soft">{t("share-support-stop")}</p>}
      {stop && with_kind === "organisation" && <p class="soft">{t("share-group-stop")}</p>}
      {stop && (
        <div class="buttons">
          <Button kind="stop" press={stop} label={t("share-stop-with", { who })}>{t("share-stop")}</Button>
          {waits && <a class="button quiet" href={`/more/sharing/code/${share.id}`}>{t("share-code-again")}</a>}
        </div>
      )}
    </div>
  );
}

function until(ends_at: string | null, ended_at: string | null): string {
  if (ended_at) return t("share-ended", { day: onDay(ended_at) });
  if (!ends_at) return t("share-no-end");
  return t(Date.parse(ends_at) > Date.now() ? "share-until" : "share-ended", { day: onDay(ends_at) });
}
