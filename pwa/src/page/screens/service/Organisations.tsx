import { useSignal } from "@preact/signals";
import { type Answer, ask, askAt } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { CodeCard } from "../staff/CodeCard.tsx";
import type { MadeCode } from "../staff/useCodes.ts";
import "../staff/people.css";
import { People } from "./People.tsx";
import { Invite, type Member } from "./Staff.tsx";
import { Came, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

type Organisation = Answer<"GET /api/organisations">["organisations"][number];

/** As the server takes it. */
const LONGEST_NAME = 80;

const fetchBoth = async () => {
  const [{ organisations }, { staff }] = await Promise.all([ask("GET /api/organisations"), ask("GET /api/staff")]);
  return { organisations, staff };
};

/** Leisure centres and the like that people are referred to, and who welcomes them there. */
export function Organisations() {
  const found = useFetched(fetchBoth);
  const made = useSignal<MadeCode | null>(null);
  const doing = useDoing();
  const endStaff = (who: Member) => async () => {
    const done = await doing.run(() => askAt("DELETE /api/staff/{person}", { person: who.person }), t("people-ended", { called: who.called ?? "" }));
    if (done) await found.again();
  };
  const end = (which: Organisation) => async () => {
    if (await doing.run(() => askAt("DELETE /api/organisations/{id}", { id: which.id }), t("organisations-ended", { name: which.name }))) await found.again();
  };
  return (
    <Page title={t("service-organisations")} back={back}>
      <p>{t("organisations-words")}</p>
      {made.value && <CodeCard made={made.value} done={() => (made.value = null)} />}
      <Add added={found.again} />
      <section class="staff-list">
        <h2>{t("organisations-here")}</h2>
        <Came of={doing} />
        <Shown of={found}>
          {({ organisations, staff }) => organisations.length === 0
            ? <Empty><p>{t("organisations-none")}</p></Empty>
            : organisations.map((each) => (
              <One
                key={each.id} which={each} end={end(each)} endStaff={endStaff} members={staff.filter((who) => who.organisation === each.id)}
                made={(code) => { made.value = code; void found.again(); }}
              />
            ))}
        </Shown>
      </section>
    </Page>
  );
}

function Add({ added }: { added: () => Promise<void> }) {
  const name = useSignal("");
  const wrong = useSignal("");
  const doing = useDoing();
  const add = async () => {
    const said = name.value.trim();
    wrong.value = said ? "" : t("organisations-name-needed");
    if (!said || !(await doing.run(() => ask("POST /api/organisations", { name: said }), t("organisations-added", { name: said })))) return;
    name.value = "";
    await added();
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <Line question={t("organisations-name")} longest={LONGEST_NAME} value={name.value} wrong={wrong.value} change={(text) => (name.value = text)} />
      <Came of={doing} />
      <Button submit press={add}>{t("organisations-add")}</Button>
    </form>
  );
}

interface OneProps {
  which: Organisation;
  members: Member[];
  end: () => Promise<void>;
  endStaff: (who: Member) => () => Promise<void>;
  made: (code: MadeCode) => void;
}

function One({ which, members, end, endStaff, made }: OneProps) {
  if (which.ended_at) return <section class="card"><h3>{which.name}</h3><p class="soft">{t("organisations-over")}</p></section>;
  return (
    <section class="card">
      <h3>{which.name}</h3>
      {members.length > 0 ? <People members={members} end={endStaff} /> : <p class="soft">{t("organisations-nobody")}</p>}
      <Fold words={t("organisations-invite", { name: which.name })}>
        <Invite roles={["publisher"]} organisation={which.id} made={made} />
      </Fold>
      <Fold words={t("organisations-end", { name: which.name })}>
        <p>{t("organisations-end-what")}</p>
        <Button kind="stop" press={end}>{t("organisations-end-yes", { name: which.name })}</Button>
      </Fold>
    </section>
  );
}
