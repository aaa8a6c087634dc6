import { useRef, useState } from "react";
import { type ReadAnswer, readLimits } from "@/lib/capture/read-answer.ts";
import { readTyped } from "@/lib/capture/typed.ts";
import { askToRead, type Given } from "./ask-to-read.ts";

/** One of several addresses, and how far it is. */
export type Line = { address: string; answer?: ReadAnswer; error?: string };

export type Shown =
  | { kind: "one"; key: string; answer: ReadAnswer; from?: Shown }
  | { kind: "several"; key: string; lines: Line[] };

/** Of a text so much tells it from others. */
const maxKeyed = 20_000;

/** The name under which corrections of something are kept: the same for the same thing. */
const keyOf = (given: Given): string => {
  const text =
    "file" in given
      ? `${given.file.name} ${given.file.size}`
      : "typed" in given
        ? given.typed.trim()
        : (given.url ?? given.html);
  let sum = 0;
  for (let at = 0; at < Math.min(text.length, maxKeyed); at += 1) {
    sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  }
  return `posting-add-${(sum >>> 0).toString(36)}-${text.length.toString(36)}`;
};

const asShown = (key: string, answer: ReadAnswer): Shown =>
  answer.is_list
    ? { kind: "several", key, lines: [{ address: answer.url, answer }] }
    : { kind: "one", key, answer };

/** Reads what is given, one thing after another; the newest wins, and it can be stopped. */
export function useRead(first: ReadAnswer | undefined) {
  const [shown, setShown] = useState<Shown | undefined>(first && asShown("posting-add", first));
  const [reading, setReading] = useState<string>();
  const [problem, setProblem] = useState("");
  const stop = useRef<AbortController>(null);
  const last = useRef<Given>(null);

  async function one(given: Given, signal: AbortSignal) {
    const reply = await askToRead(given, signal);
    if (!reply || signal.aborted) return;
    setReading(undefined);
    if ("error" in reply) return setProblem(reply.error);
    setShown((before) => {
      // What was typed by hand, where nothing could be read, stays for what is read instead.
      const isByHand = before?.kind === "one" && before.answer.note !== null;
      return asShown(isByHand ? before.key : keyOf(given), reply.read);
    });
  }

  async function several(key: string, addresses: string[], signal: AbortSignal) {
    const lines: Line[] = addresses.map((address) => ({ address }));
    setShown({ kind: "several", key, lines });
    for (const [at, address] of addresses.entries()) {
      setReading(`Reading ${at + 1} of ${addresses.length}`);
      const reply = await askToRead({ typed: address }, signal);
      if (!reply || signal.aborted) return;
      lines[at] = { address, ...("error" in reply ? reply : { answer: reply.read }) };
      setShown({ kind: "several", key, lines: [...lines] });
    }
    setReading(undefined);
  }

  async function read(given: Given) {
    stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    last.current = given;
    const typed = "typed" in given ? readTyped(given.typed) : undefined;
    const addresses = typed?.kind === "addresses" ? typed.addresses : [];
    setProblem("");
    if (addresses.length > readLimits.addresses) {
      return setProblem(`Up to ${readLimits.addresses} addresses at a time.`);
    }
    const host = addresses[0] && URL.parse(addresses[0])?.host;
    setReading(host ? `Reading ${host}` : "Reading");
    if (addresses.length > 1) await several(keyOf(given), addresses, control.signal);
    else await one(given, control.signal);
  }

  return {
    shown,
    /** what is being read, in words */
    reading,
    problem,
    read,
    /** reads the same again. Returns whether there is something */
    again: () => {
      if (last.current) read(last.current);
      return last.current !== null;
    },
    stop: () => {
      stop.current?.abort();
      setReading(undefined);
    },
    say: setProblem,
    /** shows one of a list alone, under a key of its own */
    open: (key: string, answer: ReadAnswer) =>
      setShown((from) => ({ kind: "one", key: keyOf({ typed: key }), answer, from })),
    back: () => setShown((now) => (now?.kind === "one" ? now.from : now)),
    clear: () => {
      stop.current?.abort();
      last.current = null;
      setReading(undefined);
      setShown(undefined);
    },
  };
}
