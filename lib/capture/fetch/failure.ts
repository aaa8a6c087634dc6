import { AppError } from "../../errors.ts";

/** Why an address was not read. */
export type FetchReason =
  | "off"
  | "address"
  | "private"
  | "unknown_name"
  | "unreachable"
  | "slow"
  | "large"
  | "redirects"
  | "downgrade"
  | "refused"
  | "sign_in"
  | "gone"
  | "fault"
  | "no_text";

const useBookmark = "Open the page yourself and press the Foothold bookmark: it sees what you see.";

const sentences: Record<FetchReason, string> = {
  off: "This Foothold does not fetch pages. Paste the posting's text instead.",
  address:
    "Only addresses of web pages can be fetched: http or https, without a name and password.",
  private: "This address leads into a private network, so it was not fetched.",
  unknown_name: "No site has this name. Check the address for a typing mistake.",
  unreachable: "The site could not be reached. Try again later, or paste the posting's text.",
  slow: "The site took longer than 10 seconds. Try again later, or paste the posting's text.",
  large: "The page is larger than 5 MB, so it was not read. Paste the posting's text instead.",
  redirects: "The site sends its visitors in circles, so there was no page to read.",
  downgrade: "The site leads from a secure address to one that is not, so it was not followed.",
  refused: `The site lets no program read this page. ${useBookmark}`,
  sign_in: `The site shows this page only to people who are signed in. ${useBookmark}`,
  gone: "The site has no such page any more. The posting may be closed.",
  fault: "The site answered with an error. Try again later.",
  no_text: "There is no text at this address that could be read. Paste the posting's text instead.",
};

/** A page that was not read; its message is for the person. */
export class FetchFailure extends AppError {
  readonly reason: FetchReason;

  constructor(reason: FetchReason) {
    super(sentences[reason], reason === "gone" ? "gone" : "invalid");
    this.reason = reason;
  }
}
