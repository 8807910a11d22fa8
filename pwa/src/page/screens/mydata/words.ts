import mydata from "content/messages/en/my-data.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(mydata);
export const myDataBack = { to: "/more/my-data", words: t("my-data-title") };
