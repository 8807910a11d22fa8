import { isOpen, type Suggestion, suggestionsOf } from "../../../shared/rules/suggested.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { entries } from "../../state.ts";
import { Asking } from "./Asking.tsx";
import { Doing } from "./Doing.tsx";
import { Steps } from "./Steps.tsx";
import { Thread } from "./Thread.tsx";
import { VisitPlan } from "./VisitPlan.tsx";
import { byWords, namesOf, standsWords, t } from "./words.ts";

const back = { to: "/suggested", words: t("suggested-back") };

/** /suggested/<id>: what was suggested, where it stands, what can be said to it, and every step so far. */
export function One({ id }: { id: string }) {
  const found = suggestionsOf(entries.value).find((one) => one.id === id);
  if (!found) return <Page title={t("suggested-missing")} back={back}><p>{t("suggested-missing-words")}</p></Page>;
  const theirs = groupSaid(found);
  return (
    <Page title={found.name} back={back}>
      <p class="soft">{byWords(found)}</p>
      {found.why && <p>{t("suggested-why", { why: found.why })}</p>}
      <Notice kind={found.state === "suggested" ? "warm" : "plain"}>
        <p>{standsWords(found)}</p>
        {theirs && <p class="note">{t("stands-words", { words: theirs })}</p>}
        {found.outcome === "said-no" && <p>{t("reply-no-later", { called: namesOf(found).called })}</p>}
      </Notice>
      <Whole suggestion={found} />
    </Page>
  );
}

/** What the group wrote with its last answer, while that is where it stands. */
function groupSaid(suggestion: Suggestion): string | null {
  const last = suggestion.steps.findLast(({ kind }) => kind !== "say" && kind !== "ask");
  return last?.side === "group" ? (last.words ?? null) : null;
}

function Whole({ suggestion }: { suggestion: Suggestion }) {
  const waits = suggestion.state === "suggested";
  return (
    <>
      {waits && <Asking suggestion={suggestion} />}
      {suggestion.kind === "activity" && isOpen(suggestion) && <VisitPlan suggestion={suggestion} />}
      {!waits && isOpen(suggestion) && <Doing suggestion={suggestion} />}
      <Thread suggestion={suggestion} />
      <Steps suggestion={suggestion} />
    </>
  );
}
