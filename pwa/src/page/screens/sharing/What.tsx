import { Choice } from "../../components/Choice.tsx";
import { type Scope, SCOPES, t } from "./words.ts";

interface WhatProps {
  question: string;
  chosen: Scope[];
  choose: (chosen: Scope[]) => void;
}

/** Which parts of a diary: nothing is ticked beforehand. */
export function What({ question, chosen, choose }: WhatProps) {
  return (
    <fieldset>
      <legend class="question">{question}</legend>
      <div class="choices stack">
        {SCOPES.map((scope) => (
          <Choice
            key={scope} kind="checkbox" name="scope" value={scope} chosen={chosen.includes(scope)}
            choose={(on) => choose(SCOPES.filter((each) => (each === scope ? on : chosen.includes(each))))}
          >
            {t(`share-${scope}`)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
