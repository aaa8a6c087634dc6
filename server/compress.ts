import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import {
  type BrotliCompress,
  brotliCompressSync,
  constants,
  createBrotliCompress,
  createGzip,
  type Gzip,
  gzipSync,
} from "node:zlib";

export type Encoding = "br" | "gzip";

/** What is shorter than this costs more to compress than it saves. */
const least = 1_024;
/** So much is compressed in one go where it is there whole; more is left to another thread. */
const atOnce = 32_768;

// Quick, and with a window that fits what we send: four times smaller at half of gzip's time.
const brotli = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 18,
  },
};
const gzip = { level: 6 };

/** The encoding to answer in, by what the client takes; undefined for the bytes as they are. */
export function encodingFor({ headers }: IncomingMessage): Encoding | undefined {
  const accepted = headers["accept-encoding"];
  if (!accepted) return undefined;
  const takes = (name: Encoding) => {
    const found = new RegExp(`\\b${name}\\s*(?:;\\s*q=([\\d.]+))?\\s*(?:,|$)`).exec(accepted);
    return found !== null && Number(found[1] ?? 1) > 0;
  };
  return takes("br") ? "br" : takes("gzip") ? "gzip" : undefined;
}

/** Compresses answers that gain from it; what is streamed goes on as it comes. */
export function compressed(handle: RequestListener): RequestListener {
  return (request, response) => {
    compress(response, request.method === "HEAD" ? undefined : encodingFor(request));
    handle(request, response);
  };
}

type Chunk = string | Uint8Array;
type Encoder = BrotliCompress | Gzip;

function compress(response: ServerResponse, encoding: Encoding | undefined): void {
  const write = response.write.bind(response) as (chunk: Chunk) => boolean;
  const end = response.end.bind(response) as (chunk?: Chunk) => ServerResponse;
  const flushHeaders = response.flushHeaders.bind(response);
  let held: Buffer[] | undefined = [];
  let encoder: Encoder | undefined;

  /** Sends the headers, and what was held back, now that it is known not to be all. */
  const begin = (): Encoder | undefined => {
    if (!held) return encoder;
    const first = held;
    held = undefined;
    if (encoding && isWorthwhile(response)) {
      declare(response, encoding);
      encoder = encoding === "br" ? createBrotliCompress(brotli) : createGzip(gzip);
      connect(encoder, response, write, end);
    } else flushHeaders();
    for (const chunk of first) (encoder ?? { write }).write(chunk);
    encoder?.flush();
    return encoder;
  };

  // Bytes are not copied: who gives them away writes nothing more into them.
  const given = (chunk: unknown, how: unknown) => {
    if (typeof chunk === "string") return Buffer.from(chunk, how as BufferEncoding);
    const { buffer, byteOffset, byteLength } = chunk as Uint8Array;
    return Buffer.from(buffer, byteOffset, byteLength);
  };

  Object.assign(response, {
    // Next sends the headers before the first byte; then nobody would know yet how long the answer is.
    flushHeaders: () => {
      if (!held) flushHeaders();
    },
    write: (chunk: unknown, how?: unknown) => {
      if (response.headersSent && held) held = undefined;
      if (!held) return encoder ? encoder.write(given(chunk, how)) : write(chunk as Chunk);
      held.push(given(chunk, how));
      // An answer that is whole ends before this turn does; one that is streamed goes out.
      if (held.length === 1) setImmediate(begin);
      return true;
    },
    flush: () => encoder?.flush(),
    end: (...last: unknown[]) => {
      const [chunk, how] = last;
      const done = last.find((each) => typeof each === "function");
      if (done) response.once("finish", done as () => void);
      const body =
        chunk === undefined || chunk === null || typeof chunk === "function"
          ? []
          : [given(chunk, how)];
      if (encoder) {
        for (const each of body) encoder.write(each);
        encoder.end();
        return response;
      }
      if (!held || response.headersSent) return body[0] ? end(body[0]) : end();
      const parts = [...held, ...body];
      const all = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
      if (encoding && all.length > atOnce) {
        held = [all];
        const begun = begin();
        if (begun) begun.end();
        else end();
        return response;
      }
      held = undefined;
      return all.length > 0 ? end(whole(response, all, encoding)) : end();
    },
  });
}

/** An answer that is there as a whole, compressed where it gains. */
function whole(response: ServerResponse, all: Buffer, encoding: Encoding | undefined): Buffer {
  const worthwhile = isWorthwhile(response);
  if (!encoding || !worthwhile || all.length < least) {
    response.setHeader("content-length", all.length);
    return all;
  }
  declare(response, encoding);
  const sent = encoding === "br" ? brotliCompressSync(all, brotli) : gzipSync(all, gzip);
  response.setHeader("content-length", sent.length);
  return sent;
}

function connect(
  encoder: Encoder,
  response: ServerResponse,
  write: (chunk: Chunk) => boolean,
  end: () => ServerResponse,
): void {
  encoder.on("data", (chunk: Buffer) => {
    if (!write(chunk)) encoder.pause();
  });
  encoder.on("end", () => end());
  // Whoever writes waits for the response to drain: either the client is slow, or the encoder is.
  encoder.on("drain", () => response.emit("drain"));
  response.on("drain", () => encoder.resume());
  // A client that went away, while there was more to say.
  encoder.on("error", () => {});
  response.once("close", () => encoder.destroy());
}

const texts =
  /^(text\/|application\/(json|javascript|manifest\+json|xml|merge-patch\+json|vnd\.oai)|image\/svg)/;

/** Whether the answer is text that nobody has compressed yet. Caches are told that it may come either way. */
function isWorthwhile(response: ServerResponse): boolean {
  const { statusCode } = response;
  const type = String(response.getHeader("content-type") ?? "");
  if (!texts.test(type) || response.hasHeader("content-encoding")) return false;
  if (!String(response.getHeader("vary")).includes("Accept-Encoding"))
    response.appendHeader("vary", "Accept-Encoding");
  if (response.hasHeader("content-range") || statusCode === 204 || statusCode === 304) return false;
  return !String(response.getHeader("cache-control") ?? "").includes("no-transform");
}

function declare(response: ServerResponse, encoding: Encoding): void {
  response.removeHeader("content-length");
  response.setHeader("content-encoding", encoding);
}
