import { useSignal } from "@preact/signals";
import type { OnPathway } from "../../../shared/record/kinds.ts";
import type { How } from "../../../shared/record/versions.ts";
import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { pathwayName } from "../../named.ts";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { useTrying } from "../goals/trying.tsx";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { firstWay, WayField } from "./WayField.tsx";
import { nameOf } from "./words.ts";
import { Choices } from "./WriteFor.tsx";

type Why = NonNullable<OnPathway["ended"]>["why"];
const WHY: Why[] = ["early", "finished", "moved-on", "stopped"];

/** Ends a pathway. Finishing early and happy is a good end. */
export function EndPathway({ record, keep, id }: CareProps & { id: string | undefined }) {
  const why = useSignal<Why>("early");
  const way = useSignal<How>(firstWay(record.ways));
  const trying = useTrying(true);
  const enrolled = pathwaysOn(record.entries).find((each) => each.id === id);
  const back = { to: `/person/${record.person}`, words: nameOf(record.called) };
  if (!enrolled) return <Page title={t("care-contact-gone")} back={back}><p>{t("care-contact-gone-words")}</p></Page>;
  const end = async () => {
    const body = { ...enrolled.body, ended: { on: today.value, why: why.value } };
    if (await trying.try(() => keep("pathway", body, way.value, { entry: enrolled.id }))) go(back.to);
  };
  return (
    <Page title={t("care-end")} back={back}>
      <p><strong>{pathwayName(enrolled.body.pathway)}</strong></p>
      <Choices
        question={t("care-end-why")} options={WHY} words={(each) => t("care-end-reason", { why: each })} chosen={why.value}
        choose={(next) => (why.value = next as Why)} wrong=""
      />
      <WayField question={t("care-way")} ways={record.ways} way={way.value} choose={(next) => (way.value = next)} />
      <trying.Trouble />
      <div class="buttons">
        <Button press={end}>{t("care-end-save")}</Button>
        <a class="button quiet" href={back.to}>{t("care-cancel")}</a>
      </div>
    </Page>
  );
}
