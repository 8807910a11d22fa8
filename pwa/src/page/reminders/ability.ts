/** What a browser can do about reminders, by what it has and what it says it is. */

/** "install": an iPhone lets only apps of its Home Screen remind. "old": one before iOS 16.4 cannot. "none": it cannot. */
export type Ability = "able" | "install" | "old" | "none";

/** The first iOS whose Home Screen apps may remind: 16.4. */
const FIRST_IOS = [16, 4] as const;

interface Browser {
  agent: string;
  /** how many fingers at once: an iPad says that it is a Mac */
  touches: number;
  /** it has workers, push and notifications */
  push: boolean;
}

export function abilityOf({ agent, touches, push }: Browser): Ability {
  if (push) return "able";
  const [, major, minor] = (/(?:iPhone|iPad|iPod).*? OS (\d+)_(\d+)/.exec(agent) ?? []).map(Number);
  if (major !== undefined && minor !== undefined) {
    return major < FIRST_IOS[0] || (major === FIRST_IOS[0] && minor < FIRST_IOS[1]) ? "old" : "install";
  }
  return agent.includes("Macintosh") && touches > 1 ? "install" : "none";
}

/** This one. */
export const ability = (): Ability => abilityOf({
  agent: navigator.userAgent, touches: navigator.maxTouchPoints,
  push: "serviceWorker" in navigator && "Notification" in globalThis && "PushManager" in globalThis,
});
