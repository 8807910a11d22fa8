import { useSignal } from "@preact/signals";
import { ask, NoAnswer } from "../../../shared/api/client.ts";
import { writeMe } from "../../../shared/store/meta.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { reasonOf } from "../../reasons.ts";
import { me, openRecord, store } from "../../state.ts";
import { back, t } from "./words.ts";

/** What the person is called, kept by the service: the one form here that needs a connection. */
export function Called() {
  const called = useSignal(me.value!.called ?? "");
  const wrong = useSignal("");
  const saved = useSignal("");
  const save = async () => {
    const name = called.value.trim();
    saved.value = wrong.value = "";
    if (name.length < 1 || name.length > 60) return void (wrong.value = t("called-needed"));
    try {
      await writeMe(store.value!, await ask("PUT /api/me", { called: name }));
      await openRecord();
      saved.value = t("called-saved", { called: name });
      announce(saved.value);
    } catch (error) {
      wrong.value = error instanceof NoAnswer ? t("called-offline") : reasonOf(error);
    }
  };
  return (
    <Page title={t("called-title")} back={back}>
      <form onSubmit={(event) => event.preventDefault()} noValidate>
        <div class={wrong.value ? "field wrong" : "field"}>
          <label for="called">{t("called-label")}</label>
          <span class="hint" id="called-hint">{t("called-hint")}</span>
          {wrong.value && <span class="wrong-words" role="alert">{wrong.value}</span>}
          <input
            id="called"
            class="input"
            autocomplete="nickname"
            maxLength={60}
            aria-describedby="called-hint"
            value={called.value}
            onInput={(event) => (called.value = event.currentTarget.value)}
          />
        </div>
        {saved.value && <p>{saved.value}</p>}
        <Button submit wide press={save}>{t("called-save")}</Button>
      </form>
    </Page>
  );
}
