/** What the parts that people have mean for their device. */
import type { Me } from "../shared/store/meta.ts";

/** Whether somebody works here: they sign in with a passkey, keep nothing on the device, and are signed out when idle. */
export const isStaff = (role: Me["role"] | undefined): boolean => role !== undefined && role !== "patient" && role !== "carer";
