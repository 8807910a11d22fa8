/** How this person likes the player on this phone. Not health, not sent anywhere. */
import { effect, signal } from "@preact/signals";

export interface PlayerSettings {
  speak: boolean;
  buzz: boolean;
  paced: boolean;
}

const KEY = "jointly player";
const AT_FIRST: PlayerSettings = { speak: true, buzz: true, paced: false };

export const settings = signal<PlayerSettings>(read());

function read(): PlayerSettings {
  try {
    return { ...AT_FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<PlayerSettings>) };
  } catch {
    return AT_FIRST; // storage switched off or unreadable: begin as new
  }
}

effect(() => {
  const now = JSON.stringify(settings.value);
  try {
    localStorage.setItem(KEY, now);
  } catch {
    // a full or closed store loses a preference, nothing more
  }
});

export function setSetting(name: keyof PlayerSettings, on: boolean): void {
  settings.value = { ...settings.value, [name]: on };
}
