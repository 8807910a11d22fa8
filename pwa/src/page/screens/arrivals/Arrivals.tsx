import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { Page } from "../../components/Page.tsx";
import { Empty, Failed, Loading } from "../../components/States.tsx";
import { t as app } from "../../messages.ts";
import { whenOnline } from "../../online.ts";
import { reasonOf } from "../../reasons.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { Arrived } from "./Arrived.tsx";
import { WriteDown } from "./WriteDown.tsx";
import { t } from "./words.ts";

type Waiting = Answer<"GET /api/referrals/new">["arrivals"];
const people = { to: "/people", words: app("nav-people") };

/** /arrivals, for the team: what arrived and nobody has taken, the longest waiting first. /arrivals/new writes one down. */
export default function Arrivals({ parts: [part] }: { parts: string[] }) {
  return part === "new" ? <WriteDown /> : <List />;
}

function List() {
  const found = useSignal<Waiting | null>(null);
  const failed = useSignal("");
  const doing = useDoing();
  const look = () => ask("GET /api/referrals/new").then(
    ({ arrivals }) => { found.value = arrivals; failed.value = ""; }, (error: unknown) => { failed.value = reasonOf(error); },
  );
  useEffect(() => {
    void look();
    return whenOnline(look, () => failed.peek() === "");
  }, []);
  const waiting = found.value;
  return (
    <Page title={t("arrivals-title")} back={people}>
      <Came of={doing} />
      <p><a class="button quiet" href="/arrivals/new">{t("arrivals-write")}</a></p>
      {!waiting && (failed.value ? <Failed words={failed.value} again={look} /> : <Loading />)}
      {waiting?.length === 0 && <Empty><p>{t("arrivals-none")}</p></Empty>}
      {waiting?.map((one) => <Arrived key={one.id} of={one} run={async (work, said) => { if (await doing.run(work, said)) await look(); }} />)}
    </Page>
  );
}
