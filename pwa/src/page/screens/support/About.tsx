import { Notice } from "../../components/Notice.tsx";
import { locale } from "../../messages.ts";
import { t as diary } from "../person/words.ts";
import type { Support } from "./opening.ts";
import { t } from "./words.ts";

/** What they said about themselves: first of all, and in their own words. */
export function About({ about, called }: { about: Support["about"]; called: string }) {
  if (!about) return <Notice><p>{t("sup-about-none", { called })}</p></Notice>;
  const { contact, reach_at, when, language, interpreter, adjustments, other_adjustments, carer, matters } = about;
  const said: [string, (string | false | null | undefined)[]][] = [
    ["person-contact", [contact && diary("person-contact-by", { contact }), reach_at, when]],
    ["person-language", [language, interpreter !== null && diary(interpreter ? "person-interpreter" : "person-no-interpreter")]],
    ["person-adjustments", [...adjustments.map((slug) => diary("person-adjustment", { slug })), other_adjustments]],
    ["person-carer", [carer]],
    ["person-matters", [matters]],
  ];
  return (
    <section class="person-top" aria-label={t("sup-about", { called })}>
      <h2 class="heard">{t("sup-about", { called })}</h2>
      <dl class="pairs">
        {said.map(([id, lines]) => {
          const words = lines.filter(Boolean) as string[];
          return [
            <dt key={id}>{diary(id)}</dt>,
            <dd key={`${id} said`} class={words.length ? undefined : "soft"}>{words.length ? new Intl.ListFormat(locale, { type: "unit" }).format(words) : diary("person-not-said")}</dd>,
          ];
        })}
      </dl>
    </section>
  );
}
