import { askAt } from "../../../shared/api/client.ts";
import { clearDraft } from "../../../shared/store/drafts.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { go } from "../../router.ts";
import { store } from "../../state.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { dropMine, type Mine } from "./board.ts";
import { changeOf } from "./form/draft.ts";
import { home, t } from "./words.ts";

/** Deleting for good: folded away, with what goes said before the button that does it. */
export function Delete({ mine: { id, said: { name, published } } }: { mine: Mine }) {
  const doing = useDoing();
  const remove = async () => {
    if (!(await doing.run(() => askAt("DELETE /api/publishing/listings/{listing}", { listing: id }), t("publish-deleted", { name })))) return;
    await Promise.all([false, true].map((again) => clearDraft(store.value!, changeOf(id, again)).catch(() => undefined)));
    dropMine(id);
    go(home.to);
  };
  return (
    <Fold words={t("publish-delete")}>
      <p>{t("publish-delete-what")}</p>
      {published && <p>{t("publish-delete-instead")}</p>}
      <Came of={doing} />
      <div class="buttons"><Button kind="stop" press={remove}>{t("publish-delete-yes", { name })}</Button></div>
    </Fold>
  );
}
