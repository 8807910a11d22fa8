import { t } from "../messages.ts";
import { clearAndStart, phase, rebuilt, start } from "../start.ts";
import { Button } from "./Button.tsx";
import { Fold } from "./Fold.tsx";
import { Notice } from "./Notice.tsx";
import { Outlet } from "./Outlet.tsx";
import { Loading } from "./States.tsx";

/** The screen, once the phone's own store is open; otherwise what is wrong with it and what to do. */
export function Opening() {
  if (phase.value === "opening") return <Loading />;
  if (phase.value === "broken") return <Broken />;
  if (phase.value === "newer") return <Trouble title="newer" words="newer-words" press={() => location.reload()} button="update-now" />;
  return (
    <>
      {rebuilt.value && <Rebuilt />}
      <Outlet />
    </>
  );
}

interface TroubleProps {
  title: string;
  words: string;
  button: string;
  press: () => unknown;
}

function Trouble({ title, words, button, press }: TroubleProps) {
  return (
    <>
      <h1 tabIndex={-1}>{t(title)}</h1>
      <p role="alert">{t(words)}</p>
      <Button press={press}>{t(button)}</Button>
    </>
  );
}

/** Nothing was deleted: only the person may give up what may still be there. */
function Broken() {
  return (
    <>
      <Trouble title="storage-broken" words="storage-broken-words" press={start} button="try-again" />
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
  return (
    <Notice kind="warm" title={t("storage-rebuilt")} urgent>
      <p>{t(rebuilt.value!.lost ? "storage-rebuilt-lost" : "storage-rebuilt-words")}</p>
      <Button kind="quiet" press={() => (rebuilt.value = null)}>
        {t("understood")}
      </Button>
    </Notice>
  );
}
