import storage from "content/messages/en/storage.ftl?raw";
import { words } from "../messages.ts";
import type { ScreenProps } from "../screens.ts";
import { clearAndStart, rebuilt, start } from "../start.ts";
import { Button } from "./Button.tsx";
import { Fold } from "./Fold.tsx";
import { Notice } from "./Notice.tsx";

const t = words(storage);

/** What is wrong with the phone's own store, or was; hardly anybody ever sees it. */
export default function StorageTrouble({ parts: [which] }: ScreenProps) {
  return which === "broken" ? <Broken /> : <Rebuilt />;
}

/** Nothing was deleted: only the person may give up what may still be there. */
function Broken() {
  return (
    <>
      <h1 tabIndex={-1}>{t("storage-broken")}</h1>
      <p role="alert">{t("storage-broken-words")}</p>
      <Button press={start}>{t("try-again")}</Button>
      <Fold words={t("storage-afresh")}>
        <p>{t("storage-afresh-words")}</p>
        <Button kind="quiet" press={clearAndStart}>
          {t("storage-afresh-do")}
        </Button>
      </Fold>
    </>
  );
}

function Rebuilt() {
  if (!rebuilt.value) return null;
  return (
    <Notice kind="warm" title={t("storage-rebuilt")} urgent>
      <p>{t(rebuilt.value!.lost ? "storage-rebuilt-lost" : "storage-rebuilt-words")}</p>
      <Button kind="quiet" press={() => (rebuilt.value = null)}>
        {t("understood")}
      </Button>
    </Notice>
  );
}
