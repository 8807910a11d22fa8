import type { Came, Expected } from "../../../../shared/register/register.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../inbox/words.ts";
import "./register.css";

export const nameOf = ({ called }: Expected): string => called ?? t("inbox-no-name");

/** What is ticked, in words. */
export const stateWords = (came: Came): string => t(came === "been" ? "register-came" : came === "missed" ? "register-missed" : "register-unsaid");

interface TicksProps {
  people: Expected[];
  came: (person: Expected) => Came;
  tap: (person: Expected) => void;
}

/** Names to tap, large, with what is ticked in words beside each. */
export function Ticks({ people, came, tap }: TicksProps) {
  return (
    <ul class="ticks">
      {people.map((person) => {
        const now = came(person);
        const name = person.first ? t("register-name-first", { name: nameOf(person) }) : nameOf(person);
        return (
          <li key={person.prescription}>
            <button type="button" class={`tick ${now ?? "unsaid"}`} aria-label={t("register-tap", { name, state: stateWords(now) })} onClick={() => tap(person)}>
              <span class="tick-box" aria-hidden="true">{now && <Icon name={now === "been" ? "tick" : "cross"} />}</span>
              <span class="tick-name">{nameOf(person)}{person.first && <span class="detail">{t("register-first")}</span>}</span>
              <span class="tick-state">{stateWords(now)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
