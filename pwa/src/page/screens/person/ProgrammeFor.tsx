import { planNow } from "../../../shared/rules/adapting.ts";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { ChoosePlan } from "../plan/ChoosePlan.tsx";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { useWay } from "./WayField.tsx";
import { nameOf } from "./words.ts";

/** A programme and exercises, chosen by staff for somebody. */
export function ProgrammeFor({ record, keep }: CareProps) {
  const called = nameOf(record.called);
  const home = `/person/${record.person}`;
  const plan = planNow(record.entries);
  const way = useWay(record.ways);
  return (
    <Page title={t("care-programme")} back={{ to: home, words: called }}>
      <ChoosePlan
        called={called} plan={plan?.body ?? null} today={today.value} cancel={() => go(home)} ready={way.said}
        save={async (body) => {
          await keep("plan", body, way.chosen.value!, { entry: plan?.id ?? null });
          go(home);
        }}
      >
        <way.Field question={t("care-way")} />
      </ChoosePlan>
    </Page>
  );
}
