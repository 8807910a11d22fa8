import type { ComponentChildren } from "preact";

interface ChoiceProps {
  kind: "radio" | "checkbox";
  name: string;
  value: string;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  children: ComponentChildren;
}

/** A radio or checkbox with a target as large as its words. Put several in `<div class="choices">`. */
export function Choice({ kind, name, value, chosen, choose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type={kind}
        name={name}
        value={value}
        checked={chosen}
        onChange={(event) => choose(event.currentTarget.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
