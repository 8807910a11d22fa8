import { KINDS } from "../../../../shared/listings/facets.ts";
import { Line } from "../../../components/Line.tsx";
import { Area, OneOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { StepProps } from "./Steps.tsx";

export function What({ draft, change, wrong }: StepProps) {
  return (
    <>
      <Line question={t("publish-name")} hint={t("publish-name-hint")} longest={120} value={draft.name} wrong={wrong("name")} change={(name) => change({ name })} />
      <OneOf
        question={t("publish-kind")} wrong={wrong("kind")} of={KINDS.map((kind) => [kind, t(`publish-kind-${kind}`)] as const)}
        value={draft.kind} choose={(kind) => change({ kind })}
      />
      <Area
        question={t("publish-summary")} hint={t("publish-summary-hint")} longest={2000} value={draft.summary} wrong={wrong("summary")}
        change={(summary) => change({ summary })}
      />
    </>
  );
}
