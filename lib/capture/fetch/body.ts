import type { IncomingMessage } from "node:http";
import { pipeline, Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";
import { FetchFailure } from "./failure.ts";

/** The largest page, in bytes, as sent and as unpacked. */
const maxPageBytes = 5 * 1024 * 1024;

// A window of 8 MB is the most that RFC 9659 lets a server use for zstd.
const zstd = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

const decoders: Readonly<Record<string, () => Transform>> = {
  identity: () => new Transform({ transform: (chunk, _, next) => next(null, chunk) }),
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: () => createZstdDecompress(zstd),
};

/** A body, decompressed. Ends with `FetchFailure` at the byte that is too many, so a bomb is never unpacked. */
export async function readBody(response: IncomingMessage): Promise<Buffer> {
  const encoding = response.headers["content-encoding"]?.trim().toLowerCase() || "identity";
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (!decoder) throw new FetchFailure("no_text");
  if (Number(response.headers["content-length"]) > maxPageBytes) throw new FetchFailure("large");
  // A decompressor that gives nothing could still be fed without end.
  const decompressed = pipeline(response, bounded(), decoder(), () => {});
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decompressed as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxPageBytes) throw new FetchFailure("large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function bounded(): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      if (size > maxPageBytes) next(new FetchFailure("large"));
      else next(null, chunk);
    },
  });
}
