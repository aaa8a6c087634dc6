import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { unreadable } from "./unreadable.ts";

export type Attributes = Record<string, string>;
export type Listener = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

const local = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads XML as it arrives and tells the listener its elements, without their prefixes; yields after
 * each piece, so that a caller can hand on what has gathered. Throws `Invalid` on damaged XML.
 */
export async function* readXml(stream: Readable, listener: Listener): AsyncGenerator<void> {
  const parser = new SaxesParser({ fragment: false });
  const { open, text, close } = listener;
  if (open) parser.on("opentag", (tag) => open(local(tag.name), tag.attributes as Attributes));
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  if (close) parser.on("closetag", (tag) => close(local(tag.name)));
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    if (error instanceof Error && error.name !== "AppError" && /^\d+:\d+:/.test(error.message)) {
      throw unreadable(
        "This workbook is damaged: its contents break off. Save it again and retry.",
      );
    }
    throw error;
  } finally {
    stream.destroy();
  }
}

/** Reads a whole part. */
export async function readAllXml(stream: Readable, listener: Listener): Promise<void> {
  for await (const _ of readXml(stream, listener));
}
