import { type Letter, publicUrl } from "../../mail/emails.ts";
import { linkLifetimeHours } from "../links/values.ts";

const place = () => publicUrl("/").replace(/\/$/, "");

/** Carries the link to a new password. */
export const resetEmail = (username: string, key: string): Letter => ({
  subject: "A new password for Foothold",
  paragraphs: [
    "Hello,",
    `somebody, you we hope, asked for a new password for the account ${username} at ${place()}. To choose one, open this link:`,
    { href: publicUrl(`/reset/${key}`), words: "Choose a new password" },
    `It works once, within ${linkLifetimeHours.reset === 1 ? "an hour" : `${linkLifetimeHours.reset} hours`}.`,
    "If it was not you, there is nothing to do: your password stays as it is.",
  ],
});
