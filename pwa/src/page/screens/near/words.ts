import near from "content/messages/en/near.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(near);
