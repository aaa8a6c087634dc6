import { Invalid } from "../../errors.ts";

/** A file that cannot be imported, with the sentence that says why and what to do. */
export const unreadable = (sentence: string) => new Invalid({ file: [sentence] });
