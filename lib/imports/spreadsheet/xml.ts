import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { yieldEvery } from "../../runtime/event-loop.ts";
import { importLimits } from "./limits.ts";
import { invalidFile } from "./spreadsheet.ts";
import type { Zip } from "./zip.ts";

export type XmlAttributes = Record<string, string>;
type XmlListener = {
  open?(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

const endlessCell =
  "This workbook has a cell longer than Excel allows (32,767 characters). Shorten it and retry.";

const damaged = "This workbook is damaged: its contents break off. Save it again and retry.";

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Streaming XML parser: reports elements to the listener by local name, and yields after each chunk so
 * that the caller can pass on what it collected. Throws `Invalid` on malformed XML.
 */
export async function* readXml(stream: Readable, listener: XmlListener): AsyncGenerator<void> {
  const parser = new SaxesParser({ fragment: false });
  const { open, text, close } = listener;
  let [untagged, depth] = [0, 0];
  parser.on("opentag", (tag) => {
    untagged = 0;
    depth += 1;
    // saxes keeps every open tag.
    if (depth > importLimits.depth) throw invalidFile(damaged);
    open?.(localName(tag.name), tag.attributes as XmlAttributes);
  });
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  parser.on("closetag", (tag) => {
    untagged = 0;
    depth -= 1;
    close?.(localName(tag.name));
  });
  const decoder = new TextDecoder();
  const yieldIfLong = yieldEvery();
  try {
    for await (const chunk of stream) {
      await yieldIfLong();
      untagged += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      // saxes keeps a text until its end, so an endless one is refused before it is whole.
      if (untagged > importLimits.untagged) throw invalidFile(endlessCell);
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    if (error instanceof Error && error.name !== "AppError" && /^\d+:\d+:/.test(error.message)) {
      throw invalidFile(damaged);
    }
    throw error;
  } finally {
    stream.destroy();
  }
}

/** Parses a whole part of a workbook; false if there is none. */
export async function readPart(zip: Zip, part: string, listener: XmlListener): Promise<boolean> {
  const stream = await zip.stream(part);
  if (!stream) return false;
  for await (const _ of readXml(stream, listener));
  return true;
}
