import { useSignal } from "@preact/signals";
import { Choice } from "../../components/Choice.tsx";
import { t } from "./words.ts";
import "./lock.css";

const SHOWN = { type: "text" } as const;
const HIDDEN = { type: "password" } as const;

interface SecretProps {
  kind: "pin" | "passphrase";
  question: string;
  hint?: string;
  /** what is wrong with it, in words; "" when nothing is */
  wrong: string;
  value: string;
  change: (typed: string) => void;
  /** a new one: seen while it is chosen, and a password manager may offer to keep it */
  fresh?: boolean;
}

/** A PIN or passphrase, hidden unless the person wants to see it. Pasting and password managers work. */
export function Secret({ kind, question, hint, wrong, value, change, fresh = false }: SecretProps) {
  const seen = useSignal(fresh);
  const described = [hint && "secret-hint", wrong && "secret-wrong"].filter(Boolean).join(" ");
  return (
    <>
      <div class={wrong ? "field wrong" : "field"}>
        <label for="secret">{question}</label>
        {hint && <span class="hint" id="secret-hint">{hint}</span>}
        {wrong && <span class="wrong-words" id="secret-wrong" role="alert">{wrong}</span>}
        <input
          id="secret"
          class="input"
          {...(seen.value ? SHOWN : HIDDEN)}
          inputMode={kind === "pin" ? "numeric" : "text"}
          autocomplete={fresh ? "new-password" : "current-password"}
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={described || undefined}
          aria-invalid={Boolean(wrong)}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      </div>
      <div class="choices secret-seen">
        <Choice kind="checkbox" name="seen" value="seen" chosen={seen.value} choose={(on) => (seen.value = on)}>{t("secret-show")}</Choice>
      </div>
    </>
  );
}
