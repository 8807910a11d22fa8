import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { Choice } from "../../components/Choice.tsx";
import { t } from "./words.ts";

interface WhoProps {
  /** one of the team, or none for all of it */
  chosen: string | null;
  choose: (person: string | null) => void;
}

/** The whole team, or one of them by name. Where nobody has a name to choose, there is nothing to ask. */
export function Who({ chosen, choose }: WhoProps) {
  const team = useSignal<Schemas["TeamMember"][]>([]);
  useEffect(() => void ask("GET /api/team").then((found) => (team.value = found.team), () => undefined), []);
  if (!team.value.length) return null;
  return (
    <fieldset>
      <legend class="question">{t("team-who")}</legend>
      <div class="choices pile">
        <Choice kind="radio" name="who" value="" chosen={chosen === null} choose={() => choose(null)}>{t("team-everybody")}</Choice>
        {team.value.map(({ person, called, role }) => (
          <Choice key={person} kind="radio" name="who" value={person} chosen={chosen === person} choose={() => choose(person)}>
            {t("team-one", { called, role: t(`role-${role}`) })}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
