import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ComponentType } from "preact";
import { t } from "../messages.ts";
import { go, path } from "../router.ts";
import { mayOpen, placesOf, type Screen, screenAt, type ScreenProps } from "../screens.ts";
import { me } from "../state.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Page } from "./Page.tsx";
import { Failed, Loading } from "./States.tsx";

const loaded = new Map<Pick<Screen, "load">, ComponentType<ScreenProps>>();

/** The screen at the present address; the one before stays until the next has come. */
export function Outlet() {
  const found = screenAt(path.value);
  const refused = found && elsewhere(found.screen);
  useEffect(() => {
    if (refused) go(refused, { replace: true });
  }, [refused]);
  if (!found) return <Missing />;
  if (refused) return null;
  return (
    <ErrorBoundary key={path.value}>
      <Lazy screen={found.screen} parts={found.parts} />
    </ErrorBoundary>
  );
}

/** Code that comes when it is first needed; once it came it is shown at once. */
export function Lazy({ screen, parts }: { screen: Pick<Screen, "load">; parts: string[] }) {
  const state = useSignal<"loading" | "failed" | "here">(loaded.has(screen) ? "here" : "loading");
  const load = async () => {
    try {
      loaded.set(screen, (await screen.load()).default);
      state.value = "here";
    } catch {
      state.value = "failed";
    }
  };
  useEffect(() => {
    if (state.value === "loading") void load();
  }, []);
  const Shown = loaded.get(screen);
  if (Shown && state.value === "here") return <Shown parts={parts} />;
  if (state.value === "loading") return <Loading />;
  return (
    <Page title={t("screen-failed")}>
      <Failed words={t("screen-not-loaded")} again={load} />
    </Page>
  );
}

/** Where somebody belongs who may not see this screen: Join before signing in, their own first screen after. */
function elsewhere(screen: Screen): string | null {
  if (screen.for === "all") return null;
  const who = me.value;
  if (!who) return "/join";
  return mayOpen(who.role, screen) ? null : placesOf(who.role)[0]!.to;
}

function Missing() {
  return (
    <Page title={t("screen-missing")}>
      <p>{t("screen-missing-words")}</p>
      <a class="button" href="/">
        {t("to-today")}
      </a>
    </Page>
  );
}
