import library from "content/messages/en/library.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(library);
