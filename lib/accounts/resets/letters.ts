import { type Letter, publicLink } from "../../mail/letters.ts";
import { linkHours } from "../links/values.ts";

const place = () => publicLink("/").replace(/\/$/, "");

/** Carries the link to a new password. */
export const resetLetter = (username: string, key: string): Letter => ({
  subject: "A new password for Foothold",
  paragraphs: [
    "Hello,",
    `somebody, you we hope, asked for a new password for the account ${username} at ${place()}. To choose one, open this link:`,
    { href: publicLink(`/reset/${key}`), words: "Choose a new password" },
    `It works once, within ${linkHours.reset === 1 ? "an hour" : `${linkHours.reset} hours`}.`,
    "If it was not you, there is nothing to do: your password stays as it is.",
  ],
});
