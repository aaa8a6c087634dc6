import { type Letter, publicUrl } from "../../mail/emails.ts";

/** Tells that an account is gone. */
export const accountDeletedEmail = (username: string, by: string): Letter => ({
  subject: "Your Foothold account is deleted",
  paragraphs: [
    "Hello,",
    `the account ${username} at ${publicUrl("/").replace(/\/$/, "")} was deleted with everything in it. It was done with: ${by}.`,
    "Nothing more will come from there. If it was not you, write to whoever runs it: a backup may still hold your data.",
  ],
});
