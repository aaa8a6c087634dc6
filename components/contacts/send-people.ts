import { pluralize } from "@/components/ui/format.ts";
import { withBase } from "@/lib/base-path.ts";

type CardsTaken = { added: number; known: number; unread: number };

type Way = {
  path: string;
  maxBytes: number;
  tooLarge: string;
  /** what the person is told of the answer */
  words: (answer: never) => string;
};

const cards: Way = {
  path: "/api/contact/vcard/",
  maxBytes: 1_000_000,
  tooLarge: "That file is larger than 1 MB. Send fewer people at a time.",
  words: takenWords,
};

const connections: Way = {
  path: "/api/connection/",
  maxBytes: 12_000_000,
  tooLarge: "That file is larger than 12 MB.",
  words: ({ connections: count }: { connections: number }) =>
    `Read ${pluralize(count, "connection")}. A posting’s page says whom you know there.`,
};

/**
 * Sends a file of people: an address book, or LinkedIn's list of connections by its name. Gives a sentence for the
 * person; throws with one where it does not arrive or is refused.
 */
export async function sendPeople(file: File): Promise<string> {
  const { path, maxBytes, tooLarge, words } = /\.csv$/i.test(file.name) ? connections : cards;
  // A server that refuses before it has everything looks like a lost connection to a browser.
  if (file.size > maxBytes) throw new Error(tooLarge);
  const body = new FormData();
  body.set("file", file);
  const response = await fetch(withBase(path), { method: "POST", body }).catch(() => {
    throw new Error("The file did not arrive. Check your connection and try again.");
  });
  if (response.ok) return words((await response.json()) as never);
  if (response.status === 401) {
    throw new Error("You are signed out. Sign in in a new tab, then choose the file again.");
  }
  const said: unknown = await response.json().catch(() => null);
  const texts = typeof said === "object" && said !== null ? Object.values(said).flat() : [];
  const sentence = texts.find((text) => typeof text === "string");
  throw new Error(sentence ?? "The file could not be read. Try again.");
}

/** "Added 3 contacts. 2 were here already. 1 could not be read." */
function takenWords({ added, known, unread }: CardsTaken): string {
  return [
    added > 0 ? `Added ${pluralize(added, "contact")}.` : "Nobody new in there.",
    known > 0 && `${known} ${known === 1 ? "was" : "were"} here already.`,
    unread > 0 && `${unread} could not be read.`,
  ]
    .filter(Boolean)
    .join(" ");
}
