import { useSignal } from "@preact/signals";
import { NoAnswer, Problem } from "../../../shared/api/client.ts";
import { isQuiet } from "../../components/Proof.tsx";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { focusHeading } from "../../focus.ts";
import { Lazy } from "../../components/Outlet.tsx";
import { t as app } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";
import type { ScreenProps } from "../../screens.ts";
import { Care, CARE_PLACES } from "./Care.tsx";
import { t as care } from "./care-words.ts";
import { Entries } from "./Entries.tsx";
import { keeper } from "./keeping.ts";
import { NotShared } from "./NotShared.tsx";
import { type Opened, useOpened } from "./opening.ts";
import { PathwayCard } from "./PathwayCard.tsx";
import { GoalsCard, ProgrammeCard } from "./PlanCards.tsx";
import { Recent } from "./Recent.tsx";
import { SafetyCard } from "./SafetyCard.tsx";
import { Top } from "./Top.tsx";
import { nameOf, t } from "./words.ts";
import { WHAT, WriteFor } from "./WriteFor.tsx";
import "./person.css";

const back = { to: "/people", words: t("person-back") };

const support = { load: () => import("../support/Support.tsx") };

/** /person/ID: their diary. /person/ID/support: the social prescribing record, which comes when it is first opened. */
export default function Person({ parts }: ScreenProps) {
  const [id = "", place, ...rest] = parts;
  return place === "support" ? <Lazy key={id} screen={support} parts={[id, ...rest]} /> : <Diary parts={parts} />;
}

/** /person/ID, for those whom somebody shares their diary with: who they are, how they are, and writing for them. */
function Diary({ parts: [id = "", ...rest] }: ScreenProps) {
  const { opened, failed, open, older, add } = useOpened(id);
  const writing = useSignal(false);
  const write = (on: boolean) => {
    writing.value = on;
    scrollTo(0, 0);
    focusHeading();
  };
  const record = opened.value;
  if (failed.value !== null) {
    if (isNotShared(failed.value)) return <NotShared person={id} back={back} opened={open} />;
    return <Page title={t("person-title")} back={back}><Trouble error={failed.value} again={open} /></Page>;
  }
  if (!record) return <Page title={t("person-title")} back={back}><Loading /></Page>;
  if (CARE_PLACES.includes(rest[0] ?? "")) return <Care record={record} keep={keeper(() => opened.value!, add)} parts={rest} />;
  if (writing.value) return <WriteFor record={record} kept={add} back={() => write(false)} />;
  return <Whole record={record} older={older} write={() => write(true)} />;
}

function Whole({ record, older, write }: { record: Opened; older: () => Promise<void>; write: () => void }) {
  const called = nameOf(record.called);
  return (
    <Page title={called} back={back}>
      <Top record={record} />
      <div class="buttons">
        {record.ways.length > 0 && WHAT.some((what) => record.writes.includes(what)) && (
          <Button press={write}>{t("person-write", { called })}</Button>
        )}
        <a class="button quiet" href={`/person/${record.person}/summary`}>{care("care-summary")}</a>
        <a class="button quiet" href={`/person/${record.person}/support`}>{t("person-support")}</a>
      </div>
      <SafetyCard record={record} />
      <PathwayCard record={record} />
      <GoalsCard record={record} />
      <ProgrammeCard record={record} />
      <Recent record={record} />
      <Entries record={record} older={older} />
    </Page>
  );
}

/** As the server says it of somebody who shares nothing here, and of nobody. */
const isNotShared = (error: unknown): boolean => error instanceof Problem && error.status === 404;

export function Trouble({ error, again }: { error: unknown; again: () => unknown }) {
  if (error instanceof NoAnswer || isQuiet(error)) {
    return (
      <Notice>
        <p>{t(isQuiet(error) ? "person-signed-out" : "person-offline")}</p>
        <Button kind="quiet" press={again}>{app("try-again")}</Button>
      </Notice>
    );
  }
  return <Failed words={t("person-failed", { reason: reasonOf(error) })} again={again} />;
}
