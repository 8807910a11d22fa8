import { Fold } from "../../components/Fold.tsx";
import type { Step } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { momentOf, t } from "./words.ts";

const SHOWN = 5;
/** What is no contact, but stands in the journal of an episode. */
const SAID_ELSEWHERE = new Set(["take", "plan-date", "undo"]);

/** Conversations and everything else that was done for them, the newest first. What was taken back is struck out. */
export function Contacts({ opened: { support, waiting } }: Here) {
  const all = support.referrals.flatMap(({ steps }) => steps).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const undone = new Set(all.flatMap(({ kind, previous }) => (kind === "undo" && previous ? [previous] : [])));
  const shown = all.filter(({ kind }) => !SAID_ELSEWHERE.has(kind));
  const lines = (of: Step[]) => <ul class="support-steps">{of.map((step) => <Line key={step.id} step={step} undone={undone.has(step.id)} waits={waiting.has(step.id)} />)}</ul>;
  return (
    <section class="support-part">
      <h3>{t("sup-contacts")}</h3>
      {shown.length === 0 && <p class="soft">{t("sup-contacts-none")}</p>}
      {lines(shown.slice(0, SHOWN))}
      {shown.length > SHOWN && <Fold words={t("sup-contacts-more", { count: shown.length - SHOWN })}>{lines(shown.slice(SHOWN))}</Fold>}
    </section>
  );
}

/** One step of a journal in words: what, when, by whom, and what was said. */
export function Line({ step, undone = false, waits = false }: { step: Step; undone?: boolean; waits?: boolean }) {
  const what = t("sup-step", { kind: step.kind, method: String(step.said["method"] ?? "none"), minutes: Number(step.said["minutes"] ?? 0) });
  const topics = ((step.said["topics"] ?? []) as string[]).map((topic) => t("sup-topic", { topic })).join(", ");
  const { name, others, outcome, words, helped, did_not_help: not } = step.said;
  return (
    <li>
      {undone ? <s>{what}</s> : <span class="what">{what}</span>}
      {undone && ` ${t("sup-taken-back")}`}
      {outcome && ` ${t("sup-outcome", { outcome: String(outcome) })}.`}
      <span class="soft small"> {t("sup-step-by", { when: momentOf(step.at), who: step.called ?? t("sup-somebody") })}{waits && ` ${t("sup-waiting")}`}</span>
      {name && <span class="note">{name}</span>}
      {others && <span class="note">{t("sup-with", { who: String(others) })}</span>}
      {topics && <span class="note">{t("sup-talked", { topics })}</span>}
      {words && <span class="note">{words}</span>}
      {helped && <span class="note">{t("sup-helped-said", { words: String(helped) })}</span>}
      {not && <span class="note">{t("sup-not-helped-said", { words: String(not) })}</span>}
    </li>
  );
}
