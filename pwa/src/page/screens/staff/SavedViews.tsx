import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { t as app } from "../../messages.ts";
import { whenOnline } from "../../online.ts";
import { reasonOf } from "../../reasons.ts";
import { offerUndo } from "../../undo.ts";
import type { ListView } from "./last-view.ts";
import { faultOf, isView, MOST_LETTERS, type NewView, type SavedView, viewOf } from "./saved-rules.ts";
import { putView, savedViews } from "./saved-views.ts";
import { t } from "./words.ts";

interface SavedViewsProps {
  now: ListView;
  choose: (view: ListView) => void;
}

/** A worker's own ways of looking at the list: one press for each, and the place to name one and to delete one. */
export function SavedViews({ now, choose }: SavedViewsProps) {
  const views = useSignal<SavedView[] | null>(null);
  const name = useSignal("");
  const wrong = useSignal("");
  const trouble = useSignal("");
  const doing = async (work: () => Promise<SavedView[]>): Promise<boolean> => {
    trouble.value = "";
    try {
      views.value = await work();
      return true;
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("views-offline") : t("views-failed", { reason: reasonOf(error) });
      return false;
    }
  };
  const look = () => doing(savedViews);
  useEffect(() => {
    void look();
    return whenOnline(look, () => trouble.peek() === "");
  }, []);
  const save = async () => {
    const called = name.value.trim();
    const fault = faultOf(called, views.value!);
    wrong.value = fault ? t(fault) : "";
    if (fault) return document.getElementById("view-name")?.focus();
    const view: NewView = { name: called, filter: now.filter, column: now.by.column, up: now.by.up };
    if (!(await doing(() => putView(views.value!, uuid7(), view)))) return;
    name.value = "";
    announce(t("views-saved", { name: called }));
  };
  const remove = async ({ id, ...view }: SavedView) => {
    if (!(await doing(() => putView(views.value!, id, null)))) return;
    offerUndo({ words: t("views-deleted", { name: view.name }), undo: () => doing(() => putView(views.value!, id, view)) });
  };
  if (!views.value) return trouble.value ? <Notice><p>{trouble.value}</p><Button kind="quiet" press={look}>{app("try-again")}</Button></Notice> : null;
  return (
    <>
      {views.value.length > 0 && (
        <div class="buttons saved-views" role="group" aria-label={t("views-title")}>
          {views.value.map((view) => (
            <button key={view.id} type="button" class="button quiet" aria-pressed={isView(view, now)} onClick={() => choose(viewOf(view))}>{view.name}</button>
          ))}
        </div>
      )}
      <Fold words={t("views-title")}>
        <form class="saved-view" onSubmit={(event) => event.preventDefault()} noValidate>
          <div class={wrong.value ? "field wrong" : "field"}>
            <label for="view-name">{t("views-name")}</label>
            <span class="hint" id="view-hint">{t("views-hint")}</span>
            {wrong.value && <span class="wrong-words" id="view-wrong" role="alert">{wrong.value}</span>}
            <input
              id="view-name" class="input" autocomplete="off" maxLength={MOST_LETTERS} value={name.value} aria-invalid={Boolean(wrong.value)}
              aria-describedby={wrong.value ? "view-hint view-wrong" : "view-hint"} onInput={(event) => (name.value = event.currentTarget.value)}
            />
          </div>
          {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
          <Button submit kind="quiet" press={save}>{t("views-save")}</Button>
        </form>
        {views.value.length > 0 && (
          <ul class="rows">
            {views.value.map((view) => (
              <li key={view.id} class="row">
                <span class="grow what">{view.name}</span>
                <Button kind="plain" press={() => remove(view)} label={t("views-delete-which", { name: view.name })}>{t("views-delete")}</Button>
              </li>
            ))}
          </ul>
        )}
      </Fold>
    </>
  );
}
