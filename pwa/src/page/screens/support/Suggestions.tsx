import { Empty } from "../../components/States.tsx";
import { Fold } from "../../components/Fold.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import type { Suggestion } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { dateOf, dayWordsOf, momentOf, t } from "./words.ts";

/** What was suggested, the newest first, each with where it stands; what is over is folded away. */
export function Suggestions({ opened: { support, waiting }, home, called }: Here) {
  const all = support.prescriptions.toReversed();
  const over = all.filter(({ state }) => state === "closed");
  const rows = (of: Suggestion[]) => (
    <ul class="rows">
      {of.map((one) => <LinkRow key={one.id} to={`${home.to}/suggested/${one.id}`} what={one.name} detail={stands(one, waiting.has(one.id))} />)}
    </ul>
  );
  return (
    <section>
      <h2>{t("sup-suggested")}</h2>
      {over.length === all.length && <Empty><p>{t("sup-suggested-none", { called })}</p></Empty>}
      {rows(all.filter(({ state }) => state !== "closed"))}
      {over.length > 0 && <Fold words={t("sup-suggested-over", { count: over.length })}>{rows(over)}</Fold>}
    </section>
  );
}

/** "Sent to the group. Look again by 24 November 2026." */
export function stands(one: Suggestion, waits = false): string {
  const says = [t("sup-state", { state: one.state, outcome: one.outcome ?? "other", visits: one.visits })];
  if (one.state === "booked" && one.first_at) says.push(momentOf(one.first_at) + ".");
  if (one.state === "closed" && one.closed_at) says.push(dateOf(one.closed_at) + ".");
  if (one.next_on) says.push(t("sup-look-again", { day: dayWordsOf(one.next_on) }));
  if (waits) says.push(t("sup-waiting"));
  return says.join(" ");
}
