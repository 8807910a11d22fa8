import type { ComponentType } from "preact";
import { Fold } from "../../../components/Fold.tsx";
import type { Suggestion } from "../opening.ts";
import type { OneProps } from "../One.tsx";
import { MakeLink } from "../MakeLink.tsx";
import { t } from "../words.ts";
import { Came } from "./Came.tsx";
import { Ending } from "./Ending.tsx";
import { GroupSaid } from "./GroupSaid.tsx";
import { Message } from "./Message.tsx";
import { PersonSaid } from "./PersonSaid.tsx";
import { TellGroup } from "./TellGroup.tsx";
import { Visit } from "./Visit.tsx";

type Move = "answer" | "tell" | "group" | "visit" | "came" | "message" | "end";

const FORMS: { [move in Move]: ComponentType<OneProps> } = {
  answer: PersonSaid, tell: TellGroup, group: GroupSaid, visit: Visit, came: Came, message: Message, end: Ending,
};

/** What a worker does in each state, the likeliest first; the service says whether it may be done. */
const NEXT: { [state in Suggestion["state"]]: Move[] } = {
  suggested: ["tell", "answer", "visit", "message", "end"],
  agreed: ["tell", "visit", "message", "end"],
  sent: ["group", "visit", "message", "end"],
  seen: ["group", "visit", "message", "end"],
  offered: ["visit", "tell", "group", "came", "message", "end"],
  waiting: ["tell", "group", "visit", "message", "end"],
  full: ["tell", "end", "group", "message"],
  unsuitable: ["end", "tell", "message"],
  booked: ["tell", "came", "visit", "group", "message", "end"],
  going: ["tell", "came", "message", "end"],
  missed: ["message", "tell", "visit", "came", "end"],
  closed: ["message"],
};
const WITH_NOBODY: readonly Move[] = ["answer", "message", "end"];

/** A group is told once, and again after it said no; that a visit is booked, or over, does not mean that it was. */
const ASKS: readonly Suggestion["state"][] = ["suggested", "agreed", "full", "unsuitable"];
const mayTell = ({ state, steps }: Suggestion): boolean => ASKS.includes(state) || !steps.some(({ kind }) => kind === "send");

/** From when it is told, a group that nobody signs in for can be given a link. */
const mayLink = ({ kind, state, steps }: Suggestion): boolean => kind === "activity" && state !== "closed" && steps.some((step) => step.kind === "send");

/** Everything that can be done with it now, one fold each, the likeliest first. */
export function Moves(props: OneProps) {
  const { one, called } = props;
  const moves = NEXT[one.state].filter((move) => one.kind === "activity" || WITH_NOBODY.includes(move)).filter((move) => move !== "tell" || mayTell(one));
  return (
    <section class="support-moves">
      <h2>{t("sup-moves")}</h2>
      {moves.map((move) => {
        const Form = FORMS[move];
        return <Fold key={move} words={t("sup-move", { move, called, state: one.state })}><Form {...props} /></Fold>;
      })}
      {mayLink(one) && <MakeLink prescription={one.id} />}
    </section>
  );
}
