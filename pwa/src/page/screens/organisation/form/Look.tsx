import { Button } from "../../../components/Button.tsx";
import { me } from "../../../state.ts";
import { t } from "../words.ts";
import { STEPS } from "./draft.ts";
import { Looks } from "./Looks.tsx";
import { listingIn, missingIn } from "./said.ts";
import type { StepProps } from "./Steps.tsx";

/** As people will see it, and the way to each part of it. */
export function Look({ draft, who, to }: StepProps) {
  const missing = missingIn(draft);
  const nobody = { organisation: "", name: me.value?.called ?? "", profile: { description: null, url: null, email: null, phone: null, charity: null } };
  return (
    <>
      {missing ? <p>{t("publish-look-missing", { step: t(`publish-step-${missing.step}`) })}</p> : <Looks id={draft.id} said={listingIn(draft, true)} who={who ?? nobody} />}
      {who && !who.approved && <p class="soft">{t("publish-not-approved-words")}</p>}
      <h3>{t("publish-look-change")}</h3>
      <div class="buttons publish-parts">
        {STEPS.filter((step) => step !== "look").map((step) => <Button key={step} kind="quiet" press={() => to(step)}>{t(`publish-step-${step}`)}</Button>)}
      </div>
    </>
  );
}
