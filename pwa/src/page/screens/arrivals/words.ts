import arrivals from "content/messages/en/arrivals.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(arrivals);
export const home = { to: "/arrivals", words: t("arrivals-title") };

const DAY_MS = 86_400_000;

/** For how many whole days something has waited. */
export const daysSince = (at: string, now: Date): number => Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / DAY_MS));
