import { type ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Questionnaire, Value, Values } from "../../../shared/content/questionnaire-types.ts";
import type { Typed } from "../../../shared/rules/check-in.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Timer } from "../../components/Timer.tsx";
import { Question } from "./Question.tsx";
import { type Stage, type StandTimer, useStandTimer } from "./useStandTimer.ts";
import { t } from "./words.ts";
import "./measures.css";

interface ChairStandProps {
  asked: Questionnaire;
  values: Values;
  change: (item: string, value: Value | null, typed?: string) => void;
  /** what stands in its fields and cannot be taken */
  typed: Typed;
  insisting: boolean;
  /** told how far it has come */
  reached: (stage: Stage) => void;
}

/** The items that this asks for itself: the count, and whether the arms were used. */
export const askedWhileStanding = (asked: Questionnaire): string[] =>
  asked.scores.find((score) => score.how === "stands")?.items ?? [];

/** How to do it and how to stay safe, 30 seconds with a large button to stop, and then the count. No count is guessed. */
export function ChairStand({ asked, values, change, typed, insisting, reached }: ChairStandProps) {
  const timer = useStandTimer();
  const stage = timer.stage.value;
  const ids = askedWhileStanding(asked);
  const part = useFocusOn(stage);
  const counted = ids.some((id) => values[id] !== undefined || typed[id] !== undefined);
  useEffect(() => reached(stage), [stage]);
  const counts = asked.items.filter(({ id }) => ids.includes(id)).map((item) => (
    <Question
      key={item.id} item={item} value={values[item.id] ?? null} change={(value, said) => change(item.id, value, said)}
      typed={typed[item.id]} insisting={insisting}
    />
  ));
  return (
    <section class="chair-stand" ref={part}>
      {(stage === "ready" || stage === "go") && <Running timer={timer} />}
      {stage === "before" && (
        <>
          <HowTo asked={asked} />
          <Button wide kind={counted ? "quiet" : "main"} press={timer.start}>{t("measures-stand-start")}</Button>
          <Fold words={t("measures-stand-counted")} open={counted}>{counts}</Fold>
        </>
      )}
      {(stage === "over" || stage === "stopped") && <After stage={stage} start={timer.start}>{counts}</After>}
    </section>
  );
}

function HowTo({ asked }: { asked: Questionnaire }) {
  return (
    <>
      <h2>{t("measures-stand-how")}</h2>
      <ol>{asked.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      <h2>{t("measures-stand-care")}</h2>
      <ul>{asked.care.map((care) => <li key={care}>{care}</li>)}</ul>
      <p><a href="/safe/exercise-stop">{t("measures-stand-signs")}</a></p>
    </>
  );
}

function Running({ timer }: { timer: StandTimer }) {
  const { part, left, of } = timer.clock.value;
  return (
    <>
      <Timer
        words={t(part === "ready" ? "measures-stand-ready" : "measures-stand-go")} number={String(left)}
        unit={t("measures-stand-seconds", { seconds: left })} fraction={still() ? null : left / of} calm={part === "ready"}
      />
      <Button kind="stop" wide press={timer.stop}>{t("measures-stand-stop")}</Button>
    </>
  );
}

/** Who asks for less motion gets the number without the ring that empties. */
const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

function After({ stage, start, children }: { stage: "over" | "stopped"; start: () => void; children: ComponentChildren }) {
  return (
    <>
      <h2 tabIndex={-1}>{t(stage === "over" ? "measures-stand-over-title" : "measures-stand-stopped-title")}</h2>
      <p>{t(stage === "over" ? "measures-stand-over" : "measures-stand-stopped")}</p>
      {children}
      <Button kind="quiet" press={start}>{t("measures-stand-again")}</Button>
    </>
  );
}

/** Where one part gives way to the next, reading goes on at its button to stop, or at its heading. */
function useFocusOn(stage: Stage) {
  const part = useRef<HTMLElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    if (stage === "go") return; // the same button stays where it is
    part.current?.scrollIntoView({ block: "start" });
    part.current?.querySelector<HTMLElement>(stage === "ready" ? "button" : "h2")?.focus({ preventScroll: true });
  }, [stage]);
  return part;
}
