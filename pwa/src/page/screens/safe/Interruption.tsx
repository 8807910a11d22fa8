import { useEffect } from "preact/hooks";
import type { CareCard as Facts } from "../../../shared/content/safety-types.ts";
import { cardFor } from "../../../shared/rules/safety.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Helplines } from "../../components/Helplines.tsx";
import { Page } from "../../components/Page.tsx";
import { focusHeading } from "../../focus.ts";
import { CareCard, TierMark } from "./CareCard.tsx";
import { BasicNumbers, Numbers } from "./Numbers.tsx";
import { numbersOf, useSafety } from "./pack.ts";
import type { Notes } from "./noting.ts";
import type { Given, Why } from "./Stopped.tsx";
import { useNoting } from "./useNoting.ts";
import { Watching } from "./Watching.tsx";
import { t } from "./words.ts";
import "./safe.css";

interface InterruptionProps {
  card: Facts;
  /** the sign that was answered yes */
  trigger: string;
  /** when, in which check-in and why; null: nothing is noted */
  given: Given | null;
  /** it was read: on with what was stopped */
  onDone: () => unknown;
  /** where it is noted, when that is not the diary on this phone */
  notes?: Notes | undefined;
  /** staff see it: what the person is called, and whether the answers come from paper */
  staff?: ForStaff | undefined;
}

export interface ForStaff {
  called: string;
  paper: boolean;
}

/**
 * A page of its own that stops a check-in: what to do, whom to call, and that nobody is watching. Never put it inside a
 * page with questions.
 */
export function Interruption({ card, trigger, given, onDone, notes, staff }: InterruptionProps) {
  const pack = useSafety();
  const note = useNoting(given && { card, trigger, ...given }, notes);
  const part = cardFor(trigger, [card])?.part ?? card.parts[0]!;
  const sooner = card.parts.slice(0, card.parts.indexOf(part));
  const numbers = [...sooner.flatMap((each) => each.numbers.slice(0, 1)), ...part.numbers]; // 999 is never far down
  const said = part.signs.find((sign) => sign.id === trigger)?.words;
  useEffect(() => {
    scrollTo(0, 0);
    focusHeading();
  }, []);
  const called = () => note("called");
  const done = async () => {
    await note("dismissed");
    await onDone();
  };
  return (
    <Page title={part.action}>
      <div class={`care ${part.tier}`}>
        <p class="care-head"><TierMark tier={part.tier} /></p>
        <div class="care-body">
          {said && <p>{whyWords(given?.why ?? "sign", said, staff)}</p>}
          {staff && <p>{t(staff.paper ? "safe-staff-paper" : "safe-staff-with", { called: staff.called })}</p>}
          <Blocks of={part.advice} />
        </div>
      </div>
      {pack ? <Numbers of={numbersOf(pack, numbers)} called={called} /> : <BasicNumbers />}
      {sooner.map((each) => <CareCard key={each.heading} part={each} />)}
      <Helplines />
      <Watching staff={staff} />
      <Button wide kind="quiet" press={done}>{t("safe-carry-on")}</Button>
    </Page>
  );
}

/** An answer to a question is not a yes to the words on the card, so those are not put into anybody's mouth. */
function whyWords(why: Why, sign: string, staff: ForStaff | undefined): string {
  if (why === "answer") return staff ? t("safe-answered-for", { called: staff.called }) : t("safe-answered");
  return staff ? t("safe-said-yes-for", { called: staff.called, sign }) : t("safe-said-yes", { sign });
}
