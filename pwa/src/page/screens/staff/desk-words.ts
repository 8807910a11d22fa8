/** The words of a worker's device with no signal. */
import desk from "content/messages/en/desk.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(desk);
