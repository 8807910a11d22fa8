import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { tidy } from "../join/code.ts";
import { t } from "./sign-in-words.ts";

/** An invitation's code, typed or pasted, link and all. */
export function CodeField({ use }: { use: (code: string) => void }) {
  const typed = useSignal("");
  const wrong = useSignal(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const code = tidy(typed.value);
    wrong.value = !code;
    if (code) use(code);
    else document.getElementById("invitation")?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div class={wrong.value ? "field wrong" : "field"}>
        <label for="invitation">{t("sign-in-code")}</label>
        <span class="hint" id="invitation-hint">{t("sign-in-code-hint")}</span>
        {wrong.value && <span class="wrong-words" role="alert">{t("sign-in-code-needed")}</span>}
        <input
          id="invitation" class="input code" autocomplete="off" autocapitalize="characters" spellcheck={false}
          aria-describedby="invitation-hint" aria-invalid={wrong.value}
          value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <Button submit kind="quiet">{t("sign-in-code-look")}</Button>
    </form>
  );
}
