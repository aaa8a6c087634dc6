export type CardsTaken = { added: number; known: number; unread: number };

const maxBytes = 1_000_000;

/** Sends a file of cards. Throws with a sentence for the person where it does not arrive or is refused. */
export async function sendCards(file: File): Promise<CardsTaken> {
  // A server that refuses before it has everything looks like a lost connection to a browser.
  if (file.size > maxBytes) {
    throw new Error("That file is larger than 1 MB. Send fewer people at a time.");
  }
  const body = new FormData();
  body.set("file", file);
  const response = await fetch("/api/contact/vcard/", { method: "POST", body }).catch(() => {
    throw new Error("The file did not arrive. Check your connection and try again.");
  });
  if (response.ok) return (await response.json()) as CardsTaken;
  if (response.status === 401) {
    throw new Error("You are signed out. Sign in in a new tab, then choose the file again.");
  }
  const said: unknown = await response.json().catch(() => null);
  const texts = typeof said === "object" && said !== null ? Object.values(said).flat() : [];
  const sentence = texts.find((text) => typeof text === "string");
  throw new Error(sentence ?? "The file could not be read. Try again.");
}
