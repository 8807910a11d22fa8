import { useId } from "preact/hooks";

interface TimeFieldProps {
  words: string;
  /** "09:00"; "" while it is not filled in */
  value: string;
  change: (time: string) => void;
}

/** A time of day, by the device's own control. */
export function TimeField({ words, value, change }: TimeFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{words}</label>
      <input id={id} class="input" type="time" value={value} onChange={(event) => change(event.currentTarget.value)} />
    </div>
  );
}
