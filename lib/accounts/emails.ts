import { type Letter, publicUrl } from "../mail/emails.ts";
import { linkLifetimeHours } from "./one-time-links.ts";

const place = () => publicUrl("/").replace(/\/$/, "");

/** The path of an invitation. */
export const invitationPath = (key: string) => `/register?invitation=${key}`;

/** The mail with an invitation link. */
export const invitationEmail = (key: string): Letter => ({
  subject: "An invitation to Foothold",
  paragraphs: [
    "Hello,",
    `you are invited to Foothold at ${place()}, a calm place to keep a job hunt. To make your account, open this link:`,
    { href: publicUrl(invitationPath(key)), words: "Create an account" },
    "It works once, within a week. If you did not expect it, leave it: nothing happens.",
  ],
});

/** The mail that verifies an address. */
export const verificationEmail = (username: string, key: string): Letter => ({
  subject: "Is this your address?",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${place()} names this address as its own. If it is yours, say so there:`,
    { href: publicUrl(`/address/${key}`), words: "It is my address" },
    `The link works once, within ${linkLifetimeHours.address / 24} days. If you have no such account, leave it: nobody gets your address by that.`,
  ],
});

/** The mail that tells the old address of a change. */
export const emailChangedNotice = (username: string): Letter => ({
  subject: "Your Foothold account has another address",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${place()} had this address until now. From now on, mails about it go to another one.`,
    "If it was you, there is nothing to do. If it was not, sign in and look at what happened to the account, or ask whoever runs it for help:",
    { href: publicUrl("/settings/activity"), words: "What happened to my account" },
  ],
});

/** The mail with a password reset link. */
export const resetEmail = (username: string, key: string): Letter => ({
  subject: "A new password for Foothold",
  paragraphs: [
    "Hello,",
    `somebody, you we hope, asked for a new password for the account ${username} at ${place()}. To choose one, open this link:`,
    { href: publicUrl(`/reset/${key}`), words: "Choose a new password" },
    "It works once, within an hour.",
    "If it was not you, there is nothing to do: your password stays as it is.",
  ],
});

/** The mail that tells of a changed password. */
export const passwordChangedEmail = (username: string, by: string): Letter => ({
  subject: "Your Foothold password was changed",
  paragraphs: [
    "Hello,",
    `the password of the account ${username} at ${place()} was just changed. All other devices were signed out, and all tokens and calendar addresses ended. It was done with: ${by}.`,
    "If it was you, there is nothing to do. If it was not, choose a new password at once:",
    { href: publicUrl("/forgot"), words: "I forgot my password" },
  ],
});

/** The mail that tells of a deleted account. */
export const accountDeletedEmail = (username: string, by: string): Letter => ({
  subject: "Your Foothold account is deleted",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${place()} was deleted with everything in it. It was done with: ${by}.`,
    "Nothing more will come from there. If it was not you, write to whoever runs it: a backup may still hold your data.",
  ],
});
