/** Above whatever screen a tapped reminder opened, what it asks; null while none was tapped. */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

export const asked = signal<ComponentType | null>(null);
