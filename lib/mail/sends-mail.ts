import "server-only";
import { env } from "../env.ts";

/** Whether this Foothold sends mail. */
export const sendsMail = () => env().SMTP_URL !== undefined;
