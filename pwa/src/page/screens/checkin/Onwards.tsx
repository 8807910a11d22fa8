import type { Section } from "../../../shared/rules/check-in.ts";
import { Button } from "../../components/Button.tsx";
import { go } from "../../router.ts";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** Leaving a section for later: it says so in the overview, and what was answered stays. */
export function Onwards({ run, section: { id, kind } }: { run: Run; section: Section }) {
  const later = async () => {
    const given = run.held.answers[id];
    const version = given?.version ?? run.packs.asks[id]?.version ?? 1;
    const changes = kind === "measure"
      ? { answers: { ...run.held.answers, [id]: { version, values: given?.values ?? {}, left: true } } }
      : { left: [...new Set([...run.held.left, id])] };
    run.keep(changes);
    await run.write(changes).catch(() => undefined); // it is kept on this device, and saved with the next section
    go(run.base);
  };
  return <p><Button kind="plain" press={later}>{t("checkin-later")}</Button></p>;
}
