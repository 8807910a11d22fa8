import type { Entry, Version } from "../../../shared/record/versions.ts";
import { Fold } from "../../components/Fold.tsx";
import { writtenWords } from "../../written.ts";
import { madeAt, t, versionSays } from "./words.ts";

/** Every version before this one, newest first: nothing that was written is ever lost. */
export function History({ entry }: { entry: Entry }) {
  const earlier = entry.versions.filter((version) => version !== entry.head).reverse();
  if (!earlier.length) return null;
  return (
    <Fold words={t("history-count", { count: earlier.length })}>
      <ol class="rows">
        {earlier.map((version) => (
          <li key={version.id} class="row done">
            <span class="grow">
              <span class="what">{versionSays(version, entry.day)}</span>
              <span class="detail">{[t(step(version), { when: madeAt(version) }), writtenWords(version)].filter(Boolean).join(" · ")}</span>
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  );
}

function step(version: Version): string {
  if (version.gone) return "history-gone";
  return version.previous ? "history-changed" : "history-first";
}
