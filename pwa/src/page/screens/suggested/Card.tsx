import { nextOf, type Suggestion } from "../../../shared/rules/suggested.ts";
import { Icon } from "../../components/Icon.tsx";
import { byWords, standsWords, t } from "./words.ts";

/** One suggestion in a list: what, by whom and why, where it stands, and what can be done next. */
export function Card({ suggestion }: { suggestion: Suggestion }) {
  const now = new Date();
  return (
    <a class="row suggested-card" href={`/suggested/${suggestion.id}`}>
      <span class="grow">
        <span class="what">{suggestion.name}</span>
        <span class="detail">{byWords(suggestion)}</span>
        {suggestion.why && <span class="detail">{t("suggested-why", { why: suggestion.why })}</span>}
        <span class="stands">{standsWords(suggestion, now)}</span>
        <span class="next">{t(`next-${nextOf(suggestion, now)}`)}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}
