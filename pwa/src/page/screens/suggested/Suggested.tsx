import { Lazy } from "../../components/Outlet.tsx";
import type { Screen, ScreenProps } from "../../screens.ts";
import { List } from "./List.tsx";
import { One } from "./One.tsx";
import "./suggested.css";

const later: { [part: string]: Pick<Screen, "load"> } = {
  news: { load: () => import("./News.tsx") },
  ask: { load: () => import("./Ask.tsx") },
};

/** /suggested: what was suggested. /suggested/<id>: one of them. /suggested/news: what is new. /suggested/ask: asking for support. */
export default function Suggested({ parts: [part, ...rest] }: ScreenProps) {
  if (part === undefined) return <List />;
  return later[part] ? <Lazy key={part} screen={later[part]} parts={rest} /> : <One key={part} id={part} />;
}
