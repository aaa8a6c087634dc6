import { type Letter, publicUrl } from "../../mail/emails.ts";

const place = () => publicUrl("/").replace(/\/$/, "");

/** Tells that the password is another one now. */
export const passwordChangedEmail = (username: string, by: string): Letter => ({
  subject: "Your Foothold password was changed",
  paragraphs: [
    "Hello,",
    `the password of the account ${username} at ${place()} was just changed. All other devices were signed out, and all tokens ended. It was done with: ${by}.`,
    "If it was you, there is nothing to do. If it was not, choose a new password at once:",
    { href: publicUrl("/forgot"), words: "I forgot my password" },
  ],
});
