import type { Signal } from "@preact/signals";
import { Choice } from "../../components/Choice.tsx";
import { type Scope, SCOPES, t } from "./words.ts";

interface WhatProps {
  question: string;
  chosen: Scope[];
  choose: (chosen: Scope[]) => void;
  /** whether they may write, where that is asked here */
  writes?: Signal<boolean>;
}

/** Which parts of a diary: nothing is ticked beforehand. */
export function What({ question, chosen, choose, writes }: WhatProps) {
  return (
    <fieldset>
      <legend class="question">{question}</legend>
      <div class="choices pile">
        {SCOPES.map((scope) => (
          <Choice
            key={scope} kind="checkbox" name="scope" value={scope} chosen={chosen.includes(scope)}
            choose={(on) => choose(SCOPES.filter((each) => (each === scope ? on : chosen.includes(each))))}
          >
            {t(`share-${scope}`)}
          </Choice>
        ))}
        {writes && (
          <Choice kind="checkbox" name="writes" value="yes" chosen={writes.value} choose={(on) => (writes.value = on)}>{t("share-may-write")}</Choice>
        )}
      </div>
    </fieldset>
  );
}
