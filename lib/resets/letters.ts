import { linkHours } from "../links/values.ts";
import { type Letter, publicLink } from "../mail/letters.ts";

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

/** Tells that the password is another one now. */
export const changedLetter = (username: string, by: string): Letter => ({
  subject: "Your Foothold password was changed",
  paragraphs: [
    "Hello,",
    `the password of the account ${username} at ${place()} was just changed. All other devices were signed out, and all tokens ended. It was done with: ${by}.`,
    "If it was you, there is nothing to do. If it was not, choose a new password at once:",
    { href: publicLink("/forgot"), words: "I forgot my password" },
  ],
});
