import programme from "../../../../../content/messages/en/programme.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(programme);
