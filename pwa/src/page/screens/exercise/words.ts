import exercise from "content/messages/en/exercise.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(exercise);
