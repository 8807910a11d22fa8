import { useId } from "preact/hooks";

/** As the server takes it. */
const LONGEST = 4000;

interface NoteFieldProps {
  question: string;
  hint: string;
  value: string;
  change: (note: string) => void;
}

/** The person's own words, as many as they like. Browsers write fields down to restore a session, in the clear: "off" stops that. */
export function NoteField({ question, hint, value, change }: NoteFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{question}</label>
      <span class="hint" id={`${id}-hint`}>{hint}</span>
      <textarea
        autocomplete="off"
        id={id}
        class="input"
        rows={3}
        maxLength={LONGEST}
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
