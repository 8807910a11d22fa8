import written from "content/messages/en/own-words.ftl?raw";
import { words } from "../messages.ts";

const t = words(written);

/** For each place where somebody writes freely: that nobody watches it, and where help is. */
export const NotWatched = () => <p class="hint">{t("own-words-not-watched")}</p>;
