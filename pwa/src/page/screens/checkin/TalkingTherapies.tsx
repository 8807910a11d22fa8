import type { Pathways } from "../../../shared/content/pathway-types.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Fold } from "../../components/Fold.tsx";
import { topicAddress } from "../topics/pack.ts";
import { t } from "./words.ts";

/** The pathway whose words on it are the fullest, as it is about pain and mood. */
const FULLEST = "pain-and-mood";
/** Where the NHS website finds the service of a place in England. Look before a release whether it still does. */
const FINDER = "https://www.nhs.uk/service-search/mental-health/find-an-nhs-talking-therapies-service/";

/** A way on to NHS Talking Therapies, by its kind: a service may call it otherwise. */
export const isTalkingTherapies = ({ kind }: { kind: string }): boolean => kind === "talking-therapies";

/**
 * How to ask for NHS Talking Therapies oneself: shown to everybody, whatever they answered. The app does not know in
 * which nation somebody lives and does not ask: it says what there is in England, and what to do elsewhere.
 */
export function TalkingTherapies({ pathways }: { pathways: Pathways }) {
  const all = [pathways[FULLEST], ...Object.values(pathways)].flatMap((pathway) => pathway?.routes ?? []);
  const route = all.find(isTalkingTherapies);
  return route ? <Fold words={route.title}><Blocks of={route.words} /><HowToAsk then={location.pathname} /></Fold> : null;
}

/** The ways to it, from England and from elsewhere. */
export function HowToAsk({ then }: { then: string }) {
  return (
    <p class="buttons">
      <a class="button quiet" href={FINDER} rel="noreferrer">{t("checkin-talking-find")}</a>
      <a class="button plain" href={topicAddress("talking-therapies", then)}>{t("checkin-talking-more")}</a>
    </p>
  );
}
