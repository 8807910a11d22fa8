import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { instantOn } from "../../../../shared/listings/coming.ts";
import { londonTime } from "../../../../shared/listings/london.ts";
import { Button } from "../../../components/Button.tsx";
import { Line } from "../../../components/Line.tsx";
import { Area, Picked } from "../fields.tsx";
import { focusWrong } from "../../service/useDoing.tsx";
import { t } from "./words.ts";

export type AnswerKind = "offer" | "book" | "wait" | "full" | "unsuitable";

/** What a group says, as the service takes it. */
export interface Answered {
  kind: AnswerKind;
  words?: string | null;
  start?: string | null;
  meets?: string | null;
}

interface AnswerFormProps {
  kind: AnswerKind;
  /** the date that they would like */
  first: string | null;
  send: (said: Answered) => Promise<void>;
  leave: () => void;
}

const LINE = 150;
const WORDS = 2_000;
const PHRASES = ["1", "2", "3", "4"];

/** The words that go with an answer: a day, a place and who is there for an offer; why, kindly, when it does not suit. */
export function AnswerForm({ kind, first, send, leave }: AnswerFormProps) {
  const place = useRef<HTMLDivElement>(null);
  const { said, fields } = useAnswer(kind, first);
  useEffect(() => place.current?.querySelector<HTMLElement>("input, textarea, button")?.focus(), []);
  const press = async () => {
    const answer = said();
    if (answer) await send(answer);
    else focusWrong();
  };
  return (
    <div ref={place} class="publish-card" role="group" aria-label={t(`inbox-do-${kind}`)}>
      {fields}
      <div class="buttons">
        <Button press={press}>{t("inbox-send")}</Button>
        <Button kind="quiet" press={leave}>{t("inbox-leave")}</Button>
      </div>
    </div>
  );
}

/** The fields of an answer of that kind, and what was said in them: null when something is missing, which they show. */
export function useAnswer(kind: AnswerKind, first: string | null) {
  const at = first ? londonTime(new Date(first)) : "";
  const day = useSignal(at.slice(0, 10));
  const time = useSignal(at.slice(11, 16));
  const meets = useSignal("");
  const words = useSignal("");
  const trouble = useSignal<"day" | "words" | null>(null);
  const dated = kind === "offer" || kind === "book";
  const said = (): Answered | null => {
    trouble.value = dated && (kind === "book" || day.value || time.value) && !(day.value && time.value) ? "day"
      : kind === "unsuitable" && !words.value.trim() ? "words" : null;
    if (trouble.value) return null;
    const start = dated && day.value ? instantOn(day.value, time.value) : null;
    return { kind, words: words.value.trim() || null, start, meets: (dated && meets.value.trim()) || null };
  };
  const fields = (
    <>
      {dated && (
        <>
          <Picked
            type="date" question={t("inbox-day")} hint={kind === "offer" ? t("inbox-day-hint") : undefined} value={day.value}
            wrong={trouble.value === "day" ? t("inbox-needs-day") : undefined} change={(text) => (day.value = text)}
          />
          <Picked type="time" question={t("inbox-time")} value={time.value} change={(text) => (time.value = text)} />
          <Line question={t("inbox-meets")} hint={t("inbox-meets-hint")} longest={LINE} value={meets.value} change={(text) => (meets.value = text)} />
        </>
      )}
      {kind === "unsuitable" && <Phrases use={(text) => (words.value = text)} />}
      <Area
        question={t(kind === "unsuitable" ? "inbox-words-unsuitable" : "inbox-words")} hint={t(`inbox-words-hint-${kind}`)} longest={WORDS}
        value={words.value} wrong={trouble.value === "words" ? t("inbox-needs-words") : undefined} change={(text) => (words.value = text)}
      />
    </>
  );
  return { said, fields, };
}

/** Kind words to begin with: pressed, they stand in the field and can be changed. */
function Phrases({ use }: { use: (text: string) => void }) {
  return (
    <div role="group" aria-label={t("inbox-phrase")}>
      <p class="question">{t("inbox-phrase")}</p>
      <ul class="rows inbox-phrases">
        {PHRASES.map((each) => {
          const words = t(`inbox-phrase-${each}`);
          return <li key={each}><button type="button" class="row" onClick={() => use(words)}>{words}</button></li>;
        })}
      </ul>
    </div>
  );
}
