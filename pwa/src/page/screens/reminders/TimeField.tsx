import { useId } from "preact/hooks";

interface TimeFieldProps {
  words: string;
  /** "09:00"; "" while it is not filled in */
  value: string;
  /** why it cannot be this; nobody is told of it aloud: the form says it where it is saved */
  wrong?: string;
  change: (time: string) => void;
}

/** A time of day, by the device's own control. */
export function TimeField({ words, value, wrong, change }: TimeFieldProps) {
  const id = useId();
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{words}</label>
      {wrong && <span class="wrong-words" id={`${id}-wrong`}>{wrong}</span>}
      <input
        id={id} class="input" type="time" value={value} aria-invalid={Boolean(wrong)}
        aria-describedby={wrong ? `${id}-wrong` : undefined} onChange={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
