import { useEffect } from "preact/hooks";
import { Fold } from "../../../components/Fold.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Page } from "../../../components/Page.tsx";
import { Empty } from "../../../components/States.tsx";
import { Shown } from "../../service/useFetched.tsx";
import { home as board } from "../words.ts";
import { type Sent, useInbox } from "./inbox.ts";
import { seeAll } from "./news.ts";
import { nameOf, standsWords } from "./say.ts";
import { t } from "./words.ts";

/** /organisation/inbox: who would like to come; those who wait for an answer first, who waits longest before the others. */
export function Inbox() {
  const found = useInbox();
  useEffect(() => void seeAll(), []);
  return (
    <Page title={t("inbox-title")} back={board}>
      <p>{t("inbox-about")}</p>
      <Shown of={found}>{({ people }) => <Listed people={people} />}</Shown>
    </Page>
  );
}

function Listed({ people }: { people: Sent[] }) {
  if (!people.length) return <Empty><p>{t("inbox-none")}</p><p>{t("inbox-none-what")}</p></Empty>;
  const unanswered = people.filter(({ state }) => state === "sent");
  const over = people.filter(({ state }) => state === "closed");
  const others = people.filter((each) => !unanswered.includes(each) && !over.includes(each));
  return (
    <>
      {unanswered.length > 0 && <section><h2>{t("inbox-unanswered")}</h2><Rows people={unanswered} /></section>}
      {others.length > 0 && <section><h2>{t("inbox-answered")}</h2><Rows people={others} /></section>}
      {over.length > 0 && <Fold words={t("inbox-over-fold", { count: over.length })}><Rows people={over} /></Fold>}
    </>
  );
}

function Rows({ people }: { people: Sent[] }) {
  const now = new Date();
  return (
    <ul class="rows">
      {people.map((each) => (
        <li key={each.id}>
          <a class="row" href={`/organisation/inbox/${each.id}`}>
            <span class="grow">
              <span class="what">{nameOf(each)}</span>
              <span class="detail">{each.name}</span>
              <span class={each.state === "sent" ? "detail doubt" : "detail"}>{standsWords(each, now)}</span>
            </span>
            <Icon name="next" />
          </a>
        </li>
      ))}
    </ul>
  );
}
