import { useSignal } from "@preact/signals";
import { type Answer, ask, askAt } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { me } from "../../state.ts";
import { CodeCard } from "../staff/CodeCard.tsx";
import { type MadeCode, inFours } from "../staff/useCodes.ts";
import "../staff/people.css";
import { People } from "./People.tsx";
import { Came, focusWrong, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

export type Member = Answer<"GET /api/staff">["staff"][number];
type Role = Member["role"];

/** As the server takes it. */
const LONGEST_NAME = 60;

/** Who works for the service: invited with a code that is shown once, and ended when they go. */
export function Staff() {
  const staff = useFetched(() => ask("GET /api/staff"));
  const made = useSignal<MadeCode | null>(null);
  const doing = useDoing();
  const end = (who: Member) => async () => {
    const done = await doing.run(() => askAt("DELETE /api/staff/{person}", { person: who.person }), t("people-ended", { called: who.called ?? "" }));
    if (done) await staff.again();
  };
  return (
    <Page title={t("service-staff")} back={back}>
      {made.value
        ? <CodeCard made={made.value} done={() => (made.value = null)} />
        : <Invite roles={roles()} made={(code) => { made.value = code; void staff.again(); }} />}
      <section class="staff-list">
        <h2>{t("people-here")}</h2>
        <Came of={doing} />
        <Shown of={staff}>
          {({ staff: members }) => <People members={members.filter((each) => each.role !== "publisher")} end={end} />}
        </Shown>
      </section>
    </Page>
  );
}

/** Only an administrator makes another. */
const roles = (): Role[] => ["advisor", "link-worker", "lead", ...(me.value?.role === "administrator" ? ["administrator" as const] : [])];

interface InviteProps {
  /** the parts that can be given; a single one is not asked for */
  roles: Role[];
  organisation?: string;
  made: (code: MadeCode) => void;
}

/** Somebody's name and part; then an invitation for them. */
export function Invite({ roles, organisation, made }: InviteProps) {
  const called = useSignal("");
  const role = useSignal<Role>(roles[0]!);
  const wrong = useSignal("");
  const doing = useDoing();
  const invite = async () => {
    const name = called.value.trim();
    wrong.value = name ? "" : t("invite-called-needed");
    if (!name) return focusWrong();
    await doing.run(async () => {
      const { code, link, ends_at } = await ask("POST /api/staff", { role: role.value, called: name, organisation: organisation ?? null });
      made({ code: inFours(code), link, ends_at, what: "invitation", called: name });
      called.value = "";
      scrollTo(0, 0);
    }, "");
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <h2>{t("invite-title")}</h2>
      <Line question={t("invite-called")} longest={LONGEST_NAME} value={called.value} wrong={wrong.value} change={(name) => (called.value = name)} />
      {roles.length > 1 && (
        <fieldset class="field">
          <legend class="question">{t("invite-role")}</legend>
          <div class="choices stacked">
            {roles.map((each) => (
              <label class="choice" key={each}>
                <input type="radio" name="role" value={each} checked={role.value === each} onChange={() => (role.value = each)} />
                <span>{t("people-role", { role: each })} <span class="soft small">{t("invite-role-what", { role: each })}</span></span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Came of={doing} />
      <Button submit press={invite}>{t("invite-make")}</Button>
    </form>
  );
}
