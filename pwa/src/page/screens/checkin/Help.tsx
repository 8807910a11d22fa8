import { useEffect } from "preact/hooks";
import { versionOf } from "../../../shared/content/questionnaires.ts";
import { opened } from "../../../shared/rules/answers.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { go } from "../../router.ts";
import { Interruption } from "../safe/Interruption.tsx";
import { givenIn } from "../safe/Stopped.tsx";
import { Overview } from "./Overview.tsx";
import type { Run } from "./useRun.ts";

/** The page that stops a check-in where it is somebody else's diary that notes it; on one's own phone it is under /safe. */
export function Help({ run, card: slug, sign, section }: { run: Run; card?: string; sign?: string; section?: string }) {
  const card = run.packs.safety.cards.find((each) => each.slug === slug);
  if (!card || !sign) return <Overview run={run} />;
  return (
    <Interruption
      card={card} trigger={sign} given={givenIn(new URLSearchParams(location.search))}
      onDone={() => go(run.at("after-help", section), { replace: true })}
      notes={run.note && { noted: ofKind(run.entries, "safety"), keep: run.note }}
      staff={run.called === undefined ? undefined : { called: run.called, paper: run.by === "paper" }}
    />
  );
}

/**
 * Help comes first: whoever comes into a check-in with an answer that opens a card, and nothing noted of it, is shown that
 * card. The phone may have died between the two.
 */
export function useHelpFirst(run: Run, place: string | undefined): void {
  useEffect(() => {
    if (place === "help" || place === "after-help") return;
    const [first] = unhelped(run);
    if (first) void run.stopFor("answer", first.card, first.sign, first.measure);
  }, []);
}

function unhelped({ held, packs, entries }: Run) {
  const noted = ofKind(entries, "safety").filter(({ body }) => body.check_in === held.entry).map(({ body }) => body.trigger);
  return Object.entries(held.answers).flatMap(([measure, { version, values }]) => {
    const asked = versionOf(packs.asks[measure], version);
    return asked ? opened(asked, values).filter(({ sign }) => !noted.includes(sign)).map((one) => ({ ...one, measure })) : [];
  });
}
