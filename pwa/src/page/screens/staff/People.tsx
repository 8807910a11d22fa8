import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, NoAnswer, ask } from "../../../shared/api/client.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { Button } from "../../components/Button.tsx";
import { t as app } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";
import { CodeCard } from "./CodeCard.tsx";
import { MakeCode } from "./MakeCode.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { useCodes } from "./useCodes.ts";
import { t } from "./words.ts";
import "./people.css";

export type Person = Answer<"GET /api/people">["people"][number];

/** /people, for advisors: who joined, and codes to join with. Needs a connection: nothing of it is kept on the device. */
export default function People() {
  const people = useSignal<Person[] | null>(null);
  const failed = useSignal<unknown>(null);
  const fetchPeople = async () => {
    failed.value = null;
    try {
      people.value = (await withProof(() => ask("GET /api/people"))).people;
    } catch (error) {
      failed.value = error;
    }
  };
  const codes = useCodes(fetchPeople);
  useEffect(() => {
    void fetchPeople();
    addEventListener("online", fetchPeople);
    return () => removeEventListener("online", fetchPeople);
  }, []);
  const made = codes.made.value;
  return (
    <Page title={t("staff-title")}>
      {made ? <CodeCard made={made} done={codes.done} /> : <MakeCode codes={codes} />}
      <section class="staff-list">
        <h2>{t("staff-people-title")}</h2>
        {failed.value !== null && <Trouble error={failed.value} again={fetchPeople} />}
        {people.value === null && failed.value === null && <Loading />}
        {people.value && (people.value.length
          ? <PeopleTable people={people.value} again={codes.makeFor} />
          : <Empty><p><strong>{t("staff-people-none")}</strong></p><p>{t("staff-people-none-what")}</p></Empty>)}
      </section>
    </Page>
  );
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
