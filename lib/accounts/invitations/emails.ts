import { type Letter, publicUrl } from "../../mail/emails.ts";

/** Where an invitation leads. */
export const invitationPath = (key: string) => `/register?invitation=${key}`;

/** Carries an invitation. */
export const invitationEmail = (key: string): Letter => ({
  subject: "An invitation to Foothold",
  paragraphs: [
    "Hello,",
    `you are invited to Foothold at ${publicUrl("/").replace(/\/$/, "")}, a calm place to keep a job hunt. To make your account, open this link:`,
    { href: publicUrl(invitationPath(key)), words: "Create an account" },
    "It works once, within a week. If you did not expect it, leave it: nothing happens.",
  ],
});
