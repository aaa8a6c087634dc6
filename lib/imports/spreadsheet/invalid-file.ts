import { Invalid } from "../../errors.ts";

/** The `Invalid` error for a file that cannot be imported; the message says why and what to do. */
export const invalidFile = (sentence: string) => new Invalid({ file: [sentence] });
