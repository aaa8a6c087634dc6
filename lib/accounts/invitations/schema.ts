import { z } from "zod";
import { isEmail } from "../users/schema.ts";

/** An invitation as an admin makes it: for an address, or for anyone with the link. */
export const invitationInput = z.object({
  email: z
    .string()
    .trim()
    .max(254, "Ensure this field has no more than 254 characters.")
    .refine((value) => value === "" || isEmail(value), "Enter a valid email address.")
    .default(""),
});
