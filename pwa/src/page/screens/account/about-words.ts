import { locale } from "../../messages.ts";
import { type About } from "./about-form.ts";
import { t } from "./words.ts";

/** What somebody said about themselves, a line each; what they did not say is left out. */
export function aboutLines(about: About): string[] {
  const { contact, reach_at, when, language, interpreter, adjustments = [], other_adjustments, carer, matters, age_band, sex, ethnicity, postcode } = about;
  const helps = [...adjustments.map((each) => t(`adjust-${each}`)), ...(other_adjustments ? [other_adjustments] : [])];
  const said: [string, string | undefined | false][] = [
    ["reach", contact && [t(`contact-${contact}`), reach_at].filter(Boolean).join(", ")], ["reach", !contact && reach_at], ["best", when],
    ["language", language], ["interpreter", interpreter !== undefined && t(interpreter ? "answer-yes" : "answer-no")],
    ["helps", helps.length > 0 && new Intl.ListFormat(locale, { type: "unit" }).format(helps)], ["carer", carer], ["matters", matters],
    ["age", age_band && t(`age-${age_band.replace("+", "-up")}`)], ["sex", sex && t(`sex-${sex}`)], ["ethnicity", ethnicity], ["postcode", postcode],
  ];
  return said.filter(([, words]) => words).map(([id, words]) => t(`said-${id}`, { words: words as string }));
}
