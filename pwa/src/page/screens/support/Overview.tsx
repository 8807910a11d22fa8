import { Page } from "../../components/Page.tsx";
import { AsOf } from "../staff/AsOf.tsx";
import { About } from "./About.tsx";
import { EpisodeCard } from "./EpisodeCard.tsx";
import { episodeOf } from "./opening.ts";
import { NobodyAnswered } from "./NobodyAnswered.tsx";
import { Parts } from "./Parts.tsx";
import { Suggestions } from "./Suggestions.tsx";
import type { Here } from "./Support.tsx";
import { Tasks } from "./Tasks.tsx";
import { t } from "./words.ts";

/** The whole of it: what to do now, how to reach them, what was suggested, what is to do, and the record itself. */
export function Overview(here: Here) {
  const { opened: { support }, called, person, home } = here;
  const episode = episodeOf(support);
  return (
    <Page title={t("sup-of", { called })} back={{ to: `/person/${person}`, words: t("sup-diary-of", { called }) }}>
      <AsOf />
      <About about={support.about} called={called} />
      <EpisodeCard {...here} />
      {episode && (
        <div class="buttons support-do">
          <a class="button" href={`${home.to}/suggest`}>{t("sup-suggest")}</a>
          <a class="button quiet" href={`${home.to}/contact`}>{t("sup-contact")}</a>
          <a class="button quiet" href={`${home.to}/measure`}>{t("sup-measure")}</a>
          <NobodyAnswered {...here} episode={episode} />
        </div>
      )}
      <Suggestions {...here} />
      <Tasks {...here} />
      <Parts {...here} />
    </Page>
  );
}
