import { batch, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, NoAnswer } from "../../../shared/api/client.ts";
import { keepOnly } from "../../../shared/desk/copies.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { Button } from "../../components/Button.tsx";
import { copiedAt, read } from "../../desk.ts";
import { t as app } from "../../messages.ts";
import { whenOnline } from "../../online.ts";
import { reasonOf } from "../../reasons.ts";
import { store } from "../../state.ts";
import { ArrivalsLink } from "../arrivals/ArrivalsLink.tsx";
import { ToLookAt } from "../organisation/ToLookAt.tsx";
import { AsOf } from "./AsOf.tsx";
import { type Caseload, type Row, rowsOf } from "./caseload-rows.ts";
import { t as cases } from "./caseload-words.ts";
import { CodeCard } from "./CodeCard.tsx";
import { MakeCode } from "./MakeCode.tsx";
import { OrderFold } from "./OrderFold.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { supportedIn } from "./supported-in.ts";
import { useCodes } from "./useCodes.ts";
import { t } from "./words.ts";
import "./people.css";

/**
 * /people, for advisors and link workers: whose turn it is and why, everybody else who joined, and codes to join with. With
 * no signal it shows the list as it was last, and how old that is.
 */
export default function People() {
  const people = useSignal<Row[] | null>(null);
  const found = useSignal<Caseload | null>(null);
  const failed = useSignal<unknown>(null);
  const fetchPeople = async () => {
    failed.value = null;
    try {
      const [everybody, caseload] = await Promise.all([read<Answer<"GET /api/people">>("/api/people"), read<Caseload>("/api/caseload")]);
      if (!copiedAt.value) void keepOnly(store.value!, supportedIn(caseload)).catch(() => undefined);
      batch(() => {
        people.value = rowsOf(everybody.people, caseload);
        found.value = caseload;
      });
    } catch (error) {
      failed.value = error;
    }
  };
  const codes = useCodes(fetchPeople);
  useEffect(() => {
    void fetchPeople();
    return whenOnline(fetchPeople, () => failed.peek() === null);
  }, []);
  const made = codes.made.value;
  return (
    <Page title={t("staff-title")}>
      {made && <CodeCard made={made} done={codes.done} />}
      <ToLookAt />
      <ArrivalsLink />
      <section class="staff-list">
        <h2>{t("staff-people-title")}</h2>
        {!made && <Button kind="quiet" press={toCodes}>{cases("case-make")}</Button>}
        <AsOf />
        {failed.value !== null && <Trouble error={failed.value} again={fetchPeople} />}
        {people.value === null && failed.value === null && <Loading />}
        {people.value && (people.value.length
          ? <PeopleTable rows={people.value} again={codes.makeFor} />
          : <Empty><p><strong>{t("staff-people-none")}</strong></p><p>{t("staff-people-none-what")}</p></Empty>)}
        {found.value && <OrderFold found={found.value} />}
      </section>
      {!made && <MakeCode codes={codes} />}
    </Page>
  );
}

/** Codes stand below a list that may be long. */
function toCodes(): void {
  const field = document.getElementById("staff-called");
  field?.scrollIntoView({ block: "center" });
  field?.focus();
}

/** Being offline is a normal state with a quiet line; anything else is said with its reason. */
function Trouble({ error, again }: { error: unknown; again: () => unknown }) {
  if (!(error instanceof NoAnswer || isQuiet(error))) {
    return <Failed words={t("staff-failed", { reason: reasonOf(error) })} again={again} />;
  }
  return (
    <Notice>
      <p>{t(isQuiet(error) ? "staff-signed-out" : "staff-offline")}</p>
      <Button kind="quiet" press={again}>{app("try-again")}</Button>
    </Notice>
  );
}
