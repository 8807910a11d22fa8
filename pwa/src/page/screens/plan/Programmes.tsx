import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Programme } from "../../../shared/content/types.ts";
import { minutesOf } from "../../../shared/rules/length.ts";
import { planNow } from "../../../shared/rules/adapting.ts";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { programmeNamed, programmesHere } from "../../programmes.ts";
import type { ScreenProps } from "../../screens.ts";
import { entries } from "../../state.ts";
import { OneProgramme } from "./OneProgramme.tsx";
import { t } from "./programme-words.ts";
import "./plan.css";

/** /plan/programme: all of them; /plan/programme/<slug>: one, and the button that chooses it. */
export default function Programmes({ parts: [slug] }: ScreenProps) {
  return slug === undefined ? <All /> : <OneProgramme slug={slug} />;
}

function All() {
  const slugs = useProgrammes();
  if (!slugs) return <Loading />;
  return (
    <Page title={t("programme-title")} back={{ to: "/plan", words: t("programme-back") }}>
      <p>{t(slugs.length ? "programme-what" : "programme-none-here")}</p>
      <ul class="rows">{slugs.map((slug) => <Row key={slug} slug={slug} />)}</ul>
    </Page>
  );
}

/** The slugs of the programmes on this phone, once they are known. */
export function useProgrammes(): string[] | null {
  const slugs = useSignal<string[] | null>(null);
  useEffect(() => void programmesHere().then((found) => (slugs.value = found)), []);
  return slugs.value;
}

function Row({ slug }: { slug: string }) {
  const programme = programmeNamed(slug);
  if (!programme) return null;
  const yours = planNow(entries.value)?.body.programme === slug;
  const counts = { count: programme.exercises.length, minutes: minutesOf(programme.exercises) };
  return (
    <li>
      <a class="row" href={`/plan/programme/${slug}`}>
        <span class="grow">
          <span class="what">{programme.title}</span>
          <span class="detail">{purposeOf(programme)}</span>
          <span class="detail">{t("programme-row", counts)}</span>
          {!programme.approved && <span class="detail">{t("programme-not-approved")}</span>}
          {yours && <span class="detail"><strong>{t("programme-yours")}</strong></span>}
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}

/** The first paragraph of what is said about it. */
function purposeOf({ about }: Programme): string {
  const [first] = about;
  return typeof first === "string" ? first : first?.text ?? "";
}
