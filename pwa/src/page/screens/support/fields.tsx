import { useId } from "preact/hooks";
import { Line } from "../../components/Line.tsx";

/** As the server takes it. */
const LONGEST = 2000;
/** PRSB's free text: a line is longer than that nowhere. */
const LINE = 150;

interface WordsProps {
  question: string;
  hint?: string;
  rows?: number;
  value: string;
  change: (text: string) => void;
}

/** What a worker writes about somebody, as long as it needs to be. Browsers write fields down in the clear: "off" stops that. */
export function Words({ question, hint, rows = 3, value, change }: WordsProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{question}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      <textarea
        autocomplete="off" id={id} class="input" rows={rows} maxLength={LONGEST} aria-describedby={hint ? `${id}-hint` : undefined}
        value={value} onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

/** One line of it. */
export const OneLine = ({ longest = LINE, ...props }: Omit<WordsProps, "rows"> & { longest?: number; wrong?: string }) => <Line longest={longest} {...props} />;

/** A day and a time together, as the device's own control has it. */
export function DayAndTime({ question, value, change }: { question: string; value: string; change: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{question}</label>
      <input id={id} class="input" type="datetime-local" value={value} onChange={(event) => change(event.currentTarget.value)} />
    </div>
  );
}
