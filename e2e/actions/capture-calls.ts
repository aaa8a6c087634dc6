import { namedPosting } from "../../lib/capture/preview.ts";
import { type Call, call, form } from "./shape.ts";

const posting = JSON.stringify({ ...namedPosting("Added", "Baker"), origin: null });

/** The calls of the server actions of the page that reads a posting before it is saved, and of the extension that does. */
export const captureCalls: Record<string, Call> = {
  "personal-tokens.connectBrowser": call(() => []),
  "capture.readWithoutScript": call(() => [{}, form({ typed: "Larch Foods, Baker" })], "nothing"),
  "capture.addRead": call(() => [
    posting,
    "",
    {},
    form({ company_name: "Added", posting_title: "Baker", do: "saved" }),
  ]),
  "capture.addListed": call(() => [{ captured: posting, description: "", site_name: "" }]),
  "capture.takeBackAdded": call(({ posting: id }) => [[id]]),
  // The victim's posting leads to no page of the web.
  "snapshots.checkAgain": call(({ posting }) => [posting], "nothing"),
};
