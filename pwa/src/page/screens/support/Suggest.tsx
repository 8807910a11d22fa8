import { Page } from "../../components/Page.tsx";
import { Activities } from "./Activities.tsx";
import { Others } from "./Others.tsx";
import type { Here } from "./Support.tsx";
import { t } from "./words.ts";

const KINDS = ["activity", "programme", "topic", "check-in"] as const;

/** What to suggest: first of all something near them, and beside that what the service has itself. */
export function Suggest({ kind, ...here }: Here & { kind: string }) {
  const base = `${here.home.to}/suggest`;
  return (
    <Page title={t("sup-suggest-to", { called: here.called })} back={here.home}>
      <nav class="support-kinds" aria-label={t("sup-suggest-kinds")}>
        {KINDS.map((each) => (
          <a key={each} class="button quiet" aria-current={each === kind ? "page" : undefined} href={each === "activity" ? base : `${base}/${each}`}>
            {t("sup-suggest-kind", { kind: each })}
          </a>
        ))}
      </nav>
      {kind === "activity" ? <Activities {...here} /> : <Others kind={kind} base={base} />}
    </Page>
  );
}
