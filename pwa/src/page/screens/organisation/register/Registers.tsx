import { ask } from "../../../../shared/api/client.ts";
import type { Session } from "../../../../shared/register/register.ts";
import { LinkRow } from "../../../components/LinkRow.tsx";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { Page } from "../../../components/Page.tsx";
import { Empty } from "../../../components/States.tsx";
import { t as app } from "../../../messages.ts";
import { whenWords } from "../../near/say.ts";
import { Shown, useFetched } from "../../service/useFetched.tsx";
import { t } from "../inbox/words.ts";
import { home as board } from "../words.ts";
import { kept } from "./kept.ts";

export const addressOf = ({ listing, start }: Pick<Session, "listing" | "start">): string =>
  `/organisation/register/${listing}/${encodeURIComponent(start)}`;

/** /organisation/register: the sessions of these days; without a signal those that this device keeps. */
export function Registers() {
  const found = useFetched(() => ask("GET /api/register"));
  const here = kept.value?.sessions ?? [];
  return (
    <Page title={t("register-title")} back={board}>
      <p>{t("register-about")}</p>
      {found.trouble.value && here.length > 0 ? <Held sessions={here} again={found.again} /> : (
        <Shown of={found}>
          {({ sessions }) => sessions.length ? <Rows sessions={sessions} /> : <Empty><p>{t("register-none")}</p><p>{t("register-none-what")}</p></Empty>}
        </Shown>
      )}
    </Page>
  );
}

/** Without a signal: what this device keeps. */
const Held = ({ sessions, again }: { sessions: Session[]; again: () => Promise<void> }) => (
  <>
    <Notice><p>{t("register-offline")}</p><Button kind="quiet" press={again}>{app("try-again")}</Button></Notice>
    <h2>{t("register-held")}</h2>
    <Rows sessions={sessions} />
  </>
);

function Rows({ sessions }: { sessions: Session[] }) {
  const now = new Date();
  return (
    <ul class="rows">
      {sessions.map((each) => (
        <LinkRow
          key={`${each.listing} ${each.start}`} to={addressOf(each)} what={`${whenWords({ start: each.start, end: each.end ?? undefined }, now)}`}
          detail={`${each.name}. ${each.off ? t("register-off") : t("register-people", { count: each.people.length })}`}
        />
      ))}
    </ul>
  );
}
