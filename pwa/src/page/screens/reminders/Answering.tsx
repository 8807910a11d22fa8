import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Says } from "../../../shared/reminders/message.ts";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { answer } from "../../reminders/answering.ts";
import { t } from "./words.ts";

interface AnsweringProps {
  token: string;
  keys?: readonly string[];
  says: readonly Says[];
  /** what it was about, for those who do not see the row */
  what?: string;
  /** what was answered before and still waits for a signal */
  waiting?: Says | undefined;
  heard?: () => void;
}

/** "Already done" and "Remind me later" for one reminder, and what becomes of it. */
export function Answering({ token, keys = [], says, what, waiting, heard }: AnsweringProps) {
  const became = useSignal<`${Says}-${"heard" | "waits"}` | null>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const saving = useSaving();
  useLayoutEffect(() => {
    if (became.value) words.current?.focus({ preventScroll: true }); // the button that was pressed is gone
  }, [became.value]);
  const press = (said: Says) => () => saving.try(async () => {
    const how = await answer(token, keys, said);
    became.value = `${said}-${how}`;
    if (how === "heard") heard?.();
  });
  const now = became.value ?? (waiting && (`${waiting}-waits` as const));
  if (now) return <p class="remind-answered" ref={words} tabIndex={-1}>{t(`remind-answered-${now}`)}</p>;
  return (
    <>
      <saving.Trouble />
      <div class="buttons">
        {says.map((each) => (
          <Button key={each} kind="quiet" press={press(each)} {...(what && { label: t(`remind-answer-${each}-named`, { what }) })}>{t(`remind-answer-${each}`)}</Button>
        ))}
      </div>
    </>
  );
}
