import { BodyMap } from "../../components/BodyMap.tsx";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { lists } from "../../state.ts";
import { lastRegions } from "./form.ts";
import { t } from "./words.ts";

interface WhereProps {
  chosen: string[];
  /** a new entry, so that what is shown may come from last time */
  first: boolean;
  choose: (chosen: string[]) => void;
}

/** The places that hurt: named in a line, and changed on the body map or its list. */
export function Where({ chosen, first, choose }: WhereProps) {
  const regions = lists.value?.regions;
  const last = lastRegions();
  const same = first && chosen.length > 0 && chosen.join() === last.join();
  const names = chosen.map((slug) => regions?.find((region) => region.slug === slug)?.name ?? slug);
  return (
    <section>
      <h2>{t("pain-where")}</h2>
      <p aria-live="polite">{names.length ? new Intl.ListFormat(locale, { type: "unit" }).format(names) : t("pain-where-none")}</p>
      {same && <p class="soft small">{t("pain-where-hint")}</p>}
      {regions ? (
        <Fold words={t("pain-where-change")} open={first && last.length === 0}>
          <p class="soft small">{t("pain-where-first")}</p>
          <BodyMap regions={regions} chosen={chosen} choose={choose} />
        </Fold>
      ) : (
        <p class="soft small">{t("pain-where-missing")}</p>
      )}
    </section>
  );
}
