import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

const blockBytes = 64 * 1024;
const laterBlocks = 6;
const maxSampleBytes = 24 * 1024;
const maxLineBytes = 2 * 1024;

/** Where a file stops being UTF-8: the offset of that block, or null where all of it is. */
export async function firstBlockNotUtf8(path: string): Promise<number | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let offset = 0;
  try {
    const blocks = createReadStream(path, { highWaterMark: blockBytes });
    for await (const block of blocks as AsyncIterable<Buffer>) {
      decoder.decode(block, { stream: true });
      offset += block.length;
    }
    decoder.decode();
    return null;
  } catch {
    return offset;
  }
}

/**
 * A sample of a file's lines that hold bytes beyond ASCII: from its first 64 KB, from the block at
 * `offset`, and from some blocks in between and after.
 */
export async function sampleLines(path: string, size: number, offset: number): Promise<Buffer> {
  const step = Math.max(blockBytes, Math.ceil(size / laterBlocks));
  const offsets = new Set([0, offset]);
  for (let at = step; at < size; at += step) offsets.add(at);
  const lines: Buffer[] = [];
  const roomPerBlock = Math.floor(maxSampleBytes / offsets.size);
  const file = await open(path);
  try {
    for (const at of offsets)
      lines.push(...linesBeyondAscii(await blockAt(file, at), at, roomPerBlock));
  } finally {
    await file.close();
  }
  return Buffer.concat(lines);
}

async function blockAt(file: FileHandle, offset: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(blockBytes), 0, blockBytes, offset);
  return buffer.subarray(0, bytesRead);
}

// No encoding of a spreadsheet uses the bytes of a line break for anything else.
function linesBeyondAscii(block: Buffer, offset: number, room: number): Buffer[] {
  const lines: Buffer[] = [];
  let [start, beyond, left] = [0, false, room];
  // A block in the middle of the file begins within a line, and maybe within a character.
  let partial = offset > 0;
  for (const [at, byte] of block.entries()) {
    if (byte >= 0x80) beyond = true;
    if (byte !== 10 && byte !== 13 && at < block.length - 1) continue;
    const line = block.subarray(start, Math.min(at + 1, start + maxLineBytes));
    const whole =
      line.length === at + 1 - start && (byte === 10 || byte === 13 || at < blockBytes - 1);
    if (beyond && !partial && whole && line.length <= left) {
      lines.push(line);
      left -= line.length;
    }
    [start, beyond, partial] = [at + 1, false, false];
  }
  return lines;
}

const pieceBytes = 256;

/** The pieces of a text in memory that have characters beyond ASCII: a web page may be one long line. */
export function piecesBeyondAscii(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length && pieces.length * pieceBytes < maxSampleBytes; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    // A few letters before it, so that what stands beside it counts too.
    const start = Math.max(0, at - 16);
    pieces.push(bytes.subarray(start, start + pieceBytes), Buffer.from("\n"));
    at = start + pieceBytes;
  }
  return Buffer.concat(pieces);
}
