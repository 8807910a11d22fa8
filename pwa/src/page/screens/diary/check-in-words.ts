/** What goals, pathways, check-ins and scores say: a line of each, and all that there is beside it. */
import entries from "content/messages/en/entries.ftl?raw";
import { dateWords } from "../../../shared/datewords.ts";
import { type Bodies, MEASURED } from "../../../shared/record/kinds.ts";
import { locale, words } from "../../messages.ts";
import { answersSaid, contactName, measureName, pathwayName, routeName, scoreName, topicName, variantName } from "../../named.ts";

const t = words(entries);
const listed = (names: string[]) => new Intl.ListFormat(locale).format(names);
const pairs = (names: string[]) => new Intl.ListFormat(locale, { type: "unit" }).format(names);
/** Each message that has something to say, in order. */
const said = (...found: (string | null | false)[]) => found.filter((each): each is string => !!each);

export const goalLine = ({ goal }: Bodies["goal"]): string => t("says-goal", { goal });

export function goalLines({ matters, importance, action, coping, review_on, status, helped, bad_day, reviewed }: Bodies["goal"]): string[] {
  return said(
    t("says-goal-status", { status }),
    matters && t("says-matters", { words: matters }),
    importance !== null && t("says-importance", { score: String(importance) }),
    ...(action ? actionLines(action) : []),
    ...coping.map((each) => t("says-coping", { if: each.if, then: each.then })),
    review_on && t("says-review-on", { day: dateWords(review_on, locale) }),
    reviewed ? t("says-reviewed", { day: dateWords(reviewed.on, locale), went: reviewed.went }) : null,
    helped && t("says-helped", { words: helped }),
    bad_day && t("says-bad-day", { words: bad_day }),
  );
}

function actionLines({ what, when, where, confidence }: NonNullable<Bodies["goal"]["action"]>): string[] {
  return said(
    t("says-action", { words: what }),
    when && t("says-action-when", { words: when }),
    where && t("says-action-where", { words: where }),
    confidence !== null && t("says-confidence", { score: String(confidence) }),
  );
}

export function pathwayLine({ pathway, ended }: Bodies["pathway"], first: boolean): string {
  const named = { pathway: pathwayName(pathway) };
  if (ended) return t("says-pathway-ended", { ...named, why: ended.why });
  return t(first ? "says-pathway-started" : "says-pathway-changed", named);
}

export function pathwayLines({ pathway, variant, started_on, extra, ended }: Bodies["pathway"]): string[] {
  return said(
    t("says-started-on", { day: dateWords(started_on, locale) }),
    variant && t("says-variant", { variant: variantName(pathway, variant) }),
    extra.length > 0 && t("says-extra", { measures: listed(extra.map(measureName)) }),
    ended && t("says-ended-on", { day: dateWords(ended.on, locale) }),
  );
}

export const checkInLine = ({ pathway, contact, state }: Bodies["check-in"]): string =>
  pathway === MEASURED ? t("says-measured") : t("says-check-in", { pathway: pathwayName(pathway), contact: contactName(pathway, contact), state });

export function checkInLines(body: Bodies["check-in"]): string[] {
  const { pathway, answers, topics, refers, goal_reviewed } = body;
  return said(
    t("says-with", { with: body.with }),
    ...checkInAnswers(answers),
    topics.length > 0 && t("says-topics", { topics: listed(topics.map(topicName)) }),
    refers.length > 0 && t("says-refers", { routes: listed(refers.map((slug) => routeName(pathway, slug))) }),
    goal_reviewed && t("says-goal-reviewed"),
  );
}

/** What was asked in each measure, and what was answered. */
export const checkInAnswers = (answers: Bodies["check-in"]["answers"]): string[] =>
  Object.keys(answers).sort().flatMap((slug) => measureSays(slug, answers[slug]!));

function measureSays(slug: string, answered: Bodies["check-in"]["answers"][string]): string[] {
  const measure = measureName(slug);
  const answers = answersSaid(slug, answered).map((each) => t("says-answer", each));
  return said(answers.length > 0 && t("says-measure", { measure, answers: pairs(answers) }), answered.left && t("says-measure-left", { measure }));
}

export const scoreLine = ({ instrument }: Bodies["score"]): string => t("says-score", { measure: measureName(instrument) });

export function scoreLines({ instrument, version, total, subscales, on, group, licence }: Bodies["score"]): string[] {
  return said(
    total !== null && t("says-total", { total: String(total) }),
    ...Object.entries(subscales).map(([name, score]) => t("says-subscale", { name: scoreName(instrument, name), score: String(score) })),
    group && t("says-group", { group }),
    t("says-form", { version }),
    licence && t("says-licence", { licence }),
    t("says-score-on", { day: dateWords(on, locale) }),
  );
}
