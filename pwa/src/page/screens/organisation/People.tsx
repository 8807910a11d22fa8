import { ask } from "../../../shared/api/client.ts";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { t as person } from "../person/words.ts";
import { Shown, useFetched } from "../service/useFetched.tsx";
import { t } from "./people-words.ts";
import { home } from "./words.ts";

/** /organisation/people: who was sent on to those who welcome people here, and what helps. */
export function People() {
  const people = useFetched(() => ask("GET /api/organisation/people"));
  return (
    <Page title={t("organisation-title")} back={home}>
      <p>{t("organisation-words")}</p>
      <Shown of={people}>
        {({ people: found }) => found.length === 0
          ? <Empty><p>{t("organisation-none")}</p><p>{t("organisation-none-what")}</p></Empty>
          : (
            <ul class="rows">
              {found.map((each) => (
                <li key={each.person} class="row">
                  <span class="grow">
                    <span class="what">{each.called ?? person("person-no-name")}</span>
                    <span class="detail">{helps(each)}</span>
                  </span>
                </li>
              ))}
            </ul>
          )}
      </Shown>
    </Page>
  );
}

function helps({ adjustments, other_adjustments }: { adjustments: string[]; other_adjustments: string | null }): string {
  const said = [...adjustments.map((slug) => person("person-adjustment", { slug })), other_adjustments].filter(Boolean);
  return said.length ? t("organisation-helps", { what: said.join(", ") }) : t("organisation-helps-none");
}
