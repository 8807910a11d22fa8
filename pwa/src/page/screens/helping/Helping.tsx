import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import type { Helped } from "../../../shared/store/others.ts";
import { Icon } from "../../components/Icon.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { helped } from "../../others.ts";
import { reasonOf } from "../../reasons.ts";
import type { ScreenProps } from "../../screens.ts";
import { me } from "../../state.ts";
import { scopeWords } from "../sharing/words.ts";
import { looked, lookWhoShares, useRecordOf } from "./helped.ts";
import { PainFor } from "./PainFor.tsx";
import { TheirDiary, TheirEntry } from "./TheirDiary.tsx";
import { calledOf, t } from "./words.ts";
import "../account/account.css";

/** The people I help, and their diaries. */
export default function Helping({ parts: [subject, part, id] }: ScreenProps) {
  if (subject === undefined) return <List />;
  const share = helped.value.find((each) => each.subject === subject);
  return share ? <One share={share} part={part} id={id} /> : <Missing />;
}

function List() {
  const trouble = useSignal("");
  useEffect(() => void look().then((words) => (trouble.value = words)), []);
  const back = me.value?.role === "carer" ? undefined : { to: "/more", words: t("nav-more") };
  return (
    <Page title={t("helping-title")} {...(back && { back })}>
      {trouble.value && <Failed words={trouble.value} />}
      {helped.value.length === 0 && (looked.value || trouble.value ? <Empty><p>{t("helping-nobody")}</p></Empty> : <Loading />)}
      <ul class="rows">
        {helped.value.map((share) => (
          <li key={share.subject}>
            <a class="row" href={`/helping/${share.subject}`}>
              <span class="grow">
                <span class="what">{calledOf(share)}</span>
                <span class="detail">{t("helping-sees", { what: scopeWords(share.scopes) })}</span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      <a class="button quiet wide" href="/more/code">{t("helping-code")}</a>
    </Page>
  );
}

/** Without signal what is kept is shown, and nothing need be said. */
async function look(): Promise<string> {
  try {
    await lookWhoShares();
    return "";
  } catch (error) {
    if (error instanceof NoAnswer) return helped.value.length ? "" : t("helping-offline");
    return reasonOf(error);
  }
}

interface OneProps {
  share: Helped;
  part: string | undefined;
  id: string | undefined;
}

function One({ share, part, id }: OneProps) {
  const record = useRecordOf(share.subject);
  const called = calledOf(share);
  const banner = (
    <Notice kind="warm">
      <p><strong>{t("helping-banner", { called })}</strong></p>
    </Notice>
  );
  if (!record) return <Page title={called}>{banner}<Loading /></Page>;
  if (part === "pain" && share.may_write) return <PainFor share={share} record={record} banner={banner} />;
  if (part === "entry" && id) return <TheirEntry share={share} record={record} banner={banner} id={id} />;
  return <TheirDiary share={share} record={record} banner={banner} />;
}

function Missing() {
  return (
    <Page title={t("helping-over")} back={{ to: "/helping", words: t("helping-title") }}>
      <p>{t("helping-over-words")}</p>
    </Page>
  );
}
