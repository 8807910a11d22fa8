import { askAt } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { offerUndo } from "../../undo.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { keepMine, type Mine } from "./board.ts";
import { t } from "./words.ts";

/** "Still correct?", answered with one tap, which can be taken back. */
export function StillCorrect({ mine }: { mine: Mine }) {
  const doing = useDoing();
  const { id, checked_at, said: { name } } = mine;
  const confirm = async () => {
    const words = t("publish-confirmed", { name });
    const done = await doing.run(async () => keepMine(await askAt("PUT /api/publishing/listings/{listing}/correct", { listing: id })), words);
    if (done && checked_at) offerUndo({ words, undo: takeBack });
  };
  const takeBack = async () => keepMine(await askAt("PUT /api/publishing/listings/{listing}/correct/taken-back", { listing: id }, { checked_at: checked_at! }));
  return (
    <>
      {doing.trouble.value && <Came of={doing} />}
      <div class="buttons">
        <Button press={confirm} label={t("publish-correct-yes-of", { name })}>{t("publish-correct-yes")}</Button>
        <a class="button quiet" href={`/organisation/${id}/change`} aria-label={t("publish-correct-no-of", { name })}>{t("publish-correct-no")}</a>
      </div>
    </>
  );
}
