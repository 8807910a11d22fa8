import { useSignal } from "@preact/signals";
import { ask, NoAnswer } from "../../../shared/api/client.ts";
import { writeMe } from "../../../shared/store/meta.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { NameField, nameOf } from "../../components/NameField.tsx";
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
    const name = nameOf(called.value);
    saved.value = wrong.value = "";
    if (name === null) return void (wrong.value = t("called-needed"));
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
        <NameField
          question={t("called-label")} hint={t("called-hint")} wrong={wrong.value}
          value={called.value} change={(name) => (called.value = name)}
        />
        {saved.value && <p>{saved.value}</p>}
        <Button submit wide press={save}>{t("called-save")}</Button>
      </form>
    </Page>
  );
}
