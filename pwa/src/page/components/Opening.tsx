import { t } from "../messages.ts";
import { path } from "../router.ts";
import { phase, rebuilt } from "../start.ts";
import { Button } from "./Button.tsx";
import { Lazy, Outlet } from "./Outlet.tsx";
import { Loading } from "./States.tsx";

const storage = { load: () => import("./StorageTrouble.tsx") };
const lockScreen = { load: () => import("../screens/lock/Locked.tsx") };

/** The screen, once the phone's own store is open; otherwise what is wrong with it and what to do. Help needs no store. */
export function Opening() {
  if (/^\/safe\b/.test(path.value)) return <Outlet />;
  if (phase.value === "opening") return <Loading />;
  if (phase.value === "locked") return <Lazy screen={lockScreen} parts={[]} />;
  if (phase.value === "broken") return <Lazy screen={storage} parts={["broken"]} />;
  if (phase.value === "newer") return <Newer />;
  return (
    <>
      {rebuilt.value && <Lazy screen={storage} parts={["rebuilt"]} />}
      <Outlet />
    </>
  );
}

/** Said here, since the files of this version may be gone. */
function Newer() {
  return (
    <>
      <h1 tabIndex={-1}>{t("newer")}</h1>
      <p role="alert">{t("newer-words")}</p>
      <Button press={() => location.reload()}>{t("update-now")}</Button>
    </>
  );
}
