/** Words of the frame and the shared components. A screen brings its own: `const t = words(pain)`. */
import app from "content/messages/en/app.ftl?raw";
import { speak } from "../shared/messages/fluent.ts";

export const locale = "en-GB";

export const words = (...resources: string[]) => speak(resources, locale);

export const t = words(app);
