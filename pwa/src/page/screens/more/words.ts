import more from "content/messages/en/more.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(more);

/** The way back from the screens under More. */
export const back = { to: "/more", words: t("nav-more") };
