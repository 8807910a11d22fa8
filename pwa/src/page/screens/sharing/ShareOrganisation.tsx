import { useSignal } from "@preact/signals";
import { ask, askAt } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Line } from "../../components/Line.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Empty, Failed } from "../../components/States.tsx";
import { type Form, useDraft } from "../../draft.ts";
import { go } from "../../router.ts";
import { me } from "../../state.ts";
import { aboutOf } from "../account/about-form.ts";
import { aboutLines } from "../account/about-words.ts";
import { troubleOf } from "../account/words.ts";
import { sharingBack } from "./ShareTeam.tsx";
import { type Days, endOf, Until } from "./Until.tsx";
import { isRunning, t } from "./words.ts";

type Organisation = Schemas["Organisation"];

interface OrganisationForm {
  /** of the share that this becomes: saving it twice gives it once */
  id: string;
  organisation: string | null;
  days: Days;
  why: string;
}

const fresh = (): OrganisationForm => ({ id: uuid7(), organisation: null, days: null, why: "" });

/** A group or a centre that may welcome the person: it sees what they are called and what helps them, nothing of the diary. */
export function ShareOrganisation() {
  const asked = useAsked(toChooseFrom);
  const draft = useDraft<OrganisationForm>("share organisation", 1, fresh);
  return (
    <Page title={t("group-title")} back={sharingBack}>
      <p>{t("group-intro")}</p>
      <WhatTheySee />
      <Shown of={asked}>{({ open, left }) => (
        left.length === 0
          ? <Empty><p>{t(open ? "group-all" : "group-none")}</p></Empty>
          : draft.value.value && <Choosing from={left} draft={draft} form={draft.value.value} />
      )}</Shown>
    </Page>
  );
}

/** How many work with the service, and those of them that nothing is shared with yet. */
async function toChooseFrom(): Promise<{ open: number; left: Organisation[] }> {
  const [{ organisations }, { given }] = await Promise.all([ask("GET /api/organisations"), ask("GET /api/shares")]);
  const open = organisations.filter((each) => !each.ended_at);
  const has = new Set(given.filter(isRunning).map((share) => share.with_id));
  return { open: open.length, left: open.filter((each) => !has.has(each.id)) };
}

/** Word for word, from what this phone holds. */
function WhatTheySee() {
  const { adjustments = [], other_adjustments } = aboutOf()?.body ?? {};
  const helps = aboutLines({ adjustments, ...(other_adjustments && { other_adjustments }) });
  const called = me.value?.called;
  return (
    <section>
      <h2>{t("group-see")}</h2>
      <ul>
        <li>{called ? t("group-called", { called }) : t("group-not-called")}</li>
        {helps.length ? helps.map((line) => <li key={line}>{line}</li>) : <li>{t("group-no-helps")}</li>}
      </ul>
      <p>{t("group-nothing-else")} <a href="/more/about-me">{t("group-change")}</a></p>
    </section>
  );
}

interface ChoosingProps {
  from: Organisation[];
  draft: Form<OrganisationForm>;
  form: OrganisationForm;
}

function Choosing({ from, draft, form }: ChoosingProps) {
  const wrong = useSignal<{ which?: string; sending?: string }>({});
  const share = async () => {
    const { id, days, why } = form;
    const chosen = from.find((each) => each.id === form.organisation);
    wrong.value = chosen ? {} : { which: t("group-needs-which") };
    if (!chosen) return void document.querySelector<HTMLInputElement>("main input")?.focus();
    try {
      await withProof(() => askAt("PUT /api/shares/{id}", { id }, {
        with_kind: "organisation", with_id: chosen.id, called: chosen.name, scopes: [], ends_at: endOf(days), why: why.trim() || null,
      }));
      await draft.done();
      go("/more/sharing", { replace: true });
    } catch (error) {
      wrong.value = isQuiet(error) ? {} : { sending: troubleOf(error) };
    }
  };
  return (
    <>
      <fieldset>
        <legend class="question">{t("group-which")}</legend>
        {wrong.value.which && <p class="wrong-words" role="alert">{wrong.value.which}</p>}
        <div class="choices pile">
          {from.map(({ id, name }) => (
            <Choice key={id} kind="radio" name="organisation" value={id} chosen={form.organisation === id} choose={() => draft.change({ organisation: id })}>
              {name}
            </Choice>
          ))}
        </div>
      </fieldset>
      <Until days={form.days} choose={(days) => draft.change({ days })} />
      <Line question={t("trusted-why")} hint={t("trusted-why-hint")} longest={300} value={form.why} change={(why) => draft.change({ why })} />
      <NotWatched />
      {wrong.value.sending && <Failed words={wrong.value.sending} />}
      <Button wide press={share}>{t("team-share")}</Button>
    </>
  );
}
