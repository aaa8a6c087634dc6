import { type Letter, publicLink } from "../../mail/letters.ts";

const place = () => publicLink("/").replace(/\/$/, "");

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
