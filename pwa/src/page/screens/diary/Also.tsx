import type { Entry, Version } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { record } from "../../state.ts";
import { t, versionSays } from "./words.ts";

/** Both sides of a conflict are kept. The person may take the other one instead; that is a new version like any other. */
export function Also({ entry }: { entry: Entry }) {
  const saving = useSaving();
  const others = entry.also.filter((version) => version.body);
  if (!others.length) return null;
  const use = ({ kind, body, at, picked }: Version) => () =>
    saving.try(() => record.value!.save(kind, body!, { entry: entry.id, at, picked }));
  return (
    <Notice kind="warm" title={t("also-title")}>
      <p>{t("also-words")}</p>
      <saving.Trouble />
      {others.map((version) => (
        <div key={version.id}>
          <p>{versionSays(version, entry.day)}</p>
          <Button kind="quiet" press={use(version)}>{t("also-use")}</Button>
        </div>
      ))}
    </Notice>
  );
}
