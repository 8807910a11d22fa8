import { type Answer, ask, askAt } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { Looks } from "../organisation/form/Looks.tsx";
import { t as publish } from "../organisation/words.ts";
import { Came, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";
import "../near/near.css";
import "../organisation/publish.css";

type Waiting = Answer<"GET /api/publishing/waiting">[number];

/** /service/publishers: organisations that publish for the first time, with what people would see. */
export function Publishers() {
  const waiting = useFetched(() => ask("GET /api/publishing/waiting"));
  const doing = useDoing();
  const approve = ({ organisation, name }: Waiting) => async () => {
    const done = await doing.run(() => askAt("PUT /api/publishing/approved/{organisation}", { organisation }), publish("publish-approved", { name }));
    if (done) await waiting.again();
  };
  return (
    <Page title={t("service-publishers")} back={back}>
      <p>{publish("publish-waiting-about")}</p>
      <Came of={doing} />
      <Shown of={waiting}>
        {(all) => all.length === 0
          ? <Empty><p>{publish("publish-waiting-none")}</p></Empty>
          : <>{all.map((each) => <One key={each.organisation} waits={each} approve={approve(each)} />)}</>}
      </Shown>
    </Page>
  );
}

function One({ waits, approve }: { waits: Waiting; approve: () => Promise<void> }) {
  const { name, profile, listings } = waits;
  return (
    <section class="card">
      <h2>{name}</h2>
      {profile.description && <p class="near-summary">{profile.description}</p>}
      <p class="soft">{[profile.phone, profile.email, profile.url, profile.charity && publish("publish-charity", { number: profile.charity })].filter(Boolean).join(" · ") || publish("publish-profile-none")}</p>
      {listings.map((said, index) => <Looks key={index} id={String(index)} said={said} who={waits} />)}
      <Button press={approve}>{publish("publish-approve", { name })}</Button>
    </section>
  );
}
