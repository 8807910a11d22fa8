import { Page } from "../../components/Page.tsx";
import { CodeCard } from "../staff/CodeCard.tsx";
import { MakeCode } from "../staff/MakeCode.tsx";
import { useCodes } from "../staff/useCodes.ts";
import "../staff/people.css";
import { back, t } from "./words.ts";

/** Codes for people to join with, as advisors make them. */
export function Codes() {
  const codes = useCodes(() => undefined);
  const made = codes.made.value;
  return (
    <Page title={t("service-codes")} back={back}>
      {made ? <CodeCard made={made} done={codes.done} /> : <MakeCode codes={codes} />}
    </Page>
  );
}
