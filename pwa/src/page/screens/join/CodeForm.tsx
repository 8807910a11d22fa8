import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import { isWhole, shown, strangeLetters, tidy } from "./code.ts";
import { t } from "./words.ts";

interface CodeFormProps {
  code: string;
  /** why the last code did not work */
  trouble: string;
  look: (code: string) => unknown;
}

export function CodeForm({ code, trouble, look }: CodeFormProps) {
  const typed = useSignal(isWhole(code) ? shown(code) : code);
  const wrong = useSignal(trouble);
  const submit = (event: Event) => {
    event.preventDefault();
    const found = tidy(typed.value);
    const strange = strangeLetters(found);
    wrong.value = strange.length
      ? t("join-code-letters", { letters: new Intl.ListFormat(locale, { type: "disjunction" }).format(strange) })
      : isWhole(found) ? "" : t("join-code-length", { count: found.length });
    if (!wrong.value) return look(found);
    document.getElementById("code")?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <p>{t("join-intro")}</p>
      <div class={wrong.value ? "field wrong" : "field"}>
        <label for="code">{t("join-code")}</label>
        <span class="hint" id="code-hint">
          {t("join-code-hint")}
        </span>
        {wrong.value && (
          <span class="wrong-words" id="code-wrong" role="alert">
            {wrong.value}
          </span>
        )}
        <input
          id="code"
          class="input code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby={wrong.value ? "code-hint code-wrong" : "code-hint"}
          aria-invalid={Boolean(wrong.value)}
          value={typed.value}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
        <p class="soft small">{t("join-code-lookalikes")}</p>
      </div>
      <Button submit wide>
        {t("join-look")}
      </Button>
    </form>
  );
}
