import organisation from "content/messages/en/organisation.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(organisation);
