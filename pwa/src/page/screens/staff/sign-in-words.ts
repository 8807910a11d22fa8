import signIn from "content/messages/en/sign-in.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(signIn);
