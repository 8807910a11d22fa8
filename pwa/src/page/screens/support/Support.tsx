import { useEffect } from "preact/hooks";
import { Problem } from "../../../shared/api/client.ts";
import { Lazy } from "../../components/Outlet.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import type { ScreenProps } from "../../screens.ts";
import { Trouble } from "../person/Person.tsx";
import { nameOf } from "../person/words.ts";
import { Begin } from "./Begin.tsx";
import { EditPart } from "./EditPart.tsx";
import { Episode } from "./Episode.tsx";
import { Measure } from "./Measure.tsx";
import { One } from "./One.tsx";
import { type Opened, useOpened } from "./opening.ts";
import { Overview } from "./Overview.tsx";
import { RecordContact } from "./RecordContact.tsx";
import { Shortlist } from "./Shortlist.tsx";
import { Suggest } from "./Suggest.tsx";
import { SuggestOne } from "./SuggestOne.tsx";
import { t } from "./words.ts";
import "./support.css";

const closing = { load: () => import("../closing/Closing.tsx") };

/** /person/ID/support, for whoever supports somebody: the social prescribing record, what was suggested, and what to do next. */
export default function Support({ parts: [person = "", place, ...rest] }: ScreenProps) {
  const { here, failed, open } = useOpened(person);
  useEffect(() => {
    if (here && !place) scrollTo(0, 0);
  }, [Boolean(here)]);
  const back = { to: `/person/${person}`, words: t("sup-back") };
  const error = failed.value;
  if (error instanceof Problem && error.status === 404) return <Begin person={person} back={back} begun={open} />;
  if (error !== null) return <Page title={t("sup-title")} back={back}><Trouble error={error} again={open} /></Page>;
  if (!here) return <Page title={t("sup-title")} back={back}><Loading /></Page>;
  return <Place opened={here} place={place} rest={rest} again={open} />;
}

/** What every screen below somebody's support has. */
export interface Here {
  opened: Opened;
  person: string;
  /** what they are called */
  called: string;
  home: { to: string; words: string };
}

function Place({ opened, place, rest, again }: { opened: Opened; place: string | undefined; rest: string[]; again: () => Promise<void> }) {
  const { person } = opened.support;
  const called = nameOf(opened.support.called);
  const here: Here = { opened, person, called, home: { to: `/person/${person}/support`, words: called } };
  switch (place) {
    case "closing": return <Lazy screen={closing} parts={[person, ...rest]} />;
    case "contact": return <RecordContact {...here} />;
    case "episode": return rest[0] === "new" ? <Begin person={person} back={here.home} begun={again} called={called} /> : <Episode {...here} />;
    case "measure": return <Measure {...here} slug={rest[0]} />;
    case "part": return <EditPart {...here} section={rest[0] ?? ""} />;
    case "suggest": return rest[1] ? <SuggestOne {...here} kind={rest[0]!} thing={rest[1]} /> : <Suggest {...here} kind={rest[0] ?? "activity"} />;
    case "suggested": return <One {...here} id={rest[0] ?? ""} />;
    case "shortlist": return <Shortlist {...here} />;
    default: return <Overview {...here} />;
  }
}
