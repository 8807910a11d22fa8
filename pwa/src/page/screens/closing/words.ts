import closing from "content/messages/en/closing-screens.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(closing);
