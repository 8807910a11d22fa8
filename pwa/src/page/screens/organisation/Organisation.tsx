import type { ComponentType } from "preact";
import type { ScreenProps } from "../../screens.ts";
import { Board } from "./Board.tsx";
import { Dates } from "./Dates.tsx";
import { Elsewhere, OneElsewhere } from "./Elsewhere.tsx";
import { ListingForm } from "./form/ListingForm.tsx";
import { Inbox } from "./inbox/Inbox.tsx";
import { InboxOne } from "./inbox/InboxOne.tsx";
import { LookedFor } from "./LookedFor.tsx";
import { One } from "./One.tsx";
import { People } from "./People.tsx";
import { Profile } from "./Profile.tsx";
import { Register } from "./register/Register.tsx";
import { Registers } from "./register/Registers.tsx";
import { Reports } from "./Reports.tsx";
import "../near/near.css";
import "./publish.css";

const under: { [part: string]: ComponentType } = {
  people: People, profile: Profile, reports: Reports, elsewhere: Elsewhere, "looked-for": LookedFor, new: () => <ListingForm />,
};

/**
 * /organisation, for leisure centres and groups: what they publish, and who was sent on to them. /organisation/new;
 * /organisation/<id> with /change, /dates, /again and /elsewhere; /organisation/inbox/<id>;
 * /organisation/register/<listing>/<start>.
 */
export default function Organisation({ parts: [part, then, start] }: ScreenProps) {
  if (part === undefined) return <Board />;
  if (part === "inbox") return then ? <InboxOne id={then} /> : <Inbox />;
  if (part === "register") return then && start ? <Register listing={then} start={start} /> : <Registers />;
  const Under = under[part];
  if (Under) return <Under />;
  if (then === "dates") return <Dates listing={part} />;
  if (then === "elsewhere") return <OneElsewhere listing={part} />;
  return then === "change" || then === "again" ? <ListingForm listing={part} again={then === "again"} /> : <One listing={part} />;
}
