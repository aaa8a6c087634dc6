import { type Letter, publicUrl } from "../../mail/emails.ts";
import { linkLifetimeHours } from "../links/values.ts";

const place = () => publicUrl("/").replace(/\/$/, "");

/** Asks whether the address is the person's. */
export const verificationEmail = (username: string, key: string): Letter => ({
  subject: "Is this your address?",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${place()} names this address as its own. If it is yours, say so there:`,
    { href: publicUrl(`/address/${key}`), words: "It is my address" },
    `The link works once, within ${linkLifetimeHours.address / 24} days. If you have no such account, leave it: nobody gets your address by that.`,
  ],
});

/** Tells the old address that there is another one now. */
export const emailChangedNotice = (username: string): Letter => ({
  subject: "Your Foothold account has another address",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${place()} had this address until now. From now on, mails about it go to another one.`,
    "If it was you, there is nothing to do. If it was not, sign in and look at what happened to the account, or ask whoever runs it for help:",
    { href: publicUrl("/settings/activity"), words: "What happened to my account" },
  ],
});
