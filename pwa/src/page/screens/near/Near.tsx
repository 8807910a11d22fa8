import { useEffect } from "preact/hooks";
import type { ScreenProps } from "../../screens.ts";
import { Find } from "./Find.tsx";
import { readHere, startTending, watch } from "./here.ts";
import { One } from "./One.tsx";
import { SavedList } from "./SavedList.tsx";
import { Wrong } from "./Wrong.tsx";
import "./near.css";

/** /near: what is on around here. /near/saved: what was saved. /near/<id>: one listing; /near/<id>/wrong: what was wrong with it. */
export default function Near({ parts: [part, then] }: ScreenProps) {
  useEffect(() => {
    let end: (() => void) | null = null;
    let gone = false;
    void readHere().then(() => {
      startTending();
      if (!gone) end = watch();
    });
    return () => {
      gone = true;
      end?.();
    };
  }, []);
  if (part === undefined) return <Find />;
  if (part === "saved") return <SavedList />;
  return then === "wrong" ? <Wrong key={part} listing={part} /> : <One key={part} listing={part} />;
}

// It is loaded in a quiet moment long before anybody opens it: what is old is asked for again.
startTending();
