import { detectBytes } from "../../imports/encoding/detect.ts";
import { decoderOf } from "../../imports/encoding/encodings.ts";
import { unicodeOf } from "../../imports/encoding/unicode.ts";

/** What is looked at for the marks of Unicode and of what is no text, in bytes. */
const headBytes = 64 * 1024;

/** How far into a page its own word on its encoding is looked for, in bytes. */
const declarationBytes = 4_096;

/**
 * A page's text by its byte order mark, its header, its own declaration, or what its letters look like. UTF-8 that
 * says it is something else is read as UTF-8, and the other way round. Null where the bytes are no text.
 */
export async function decodePage(bytes: Buffer, header?: string): Promise<string | null> {
  const unicode = unicodeOf(bytes.subarray(0, headBytes));
  if (unicode) return textIn(unicode, bytes);
  if (unicode === null) return null;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const declared = header ?? declarationOf(bytes);
  if (declared && !/^(utf-?8|utf-?16|us-ascii)/i.test(declared)) {
    const text = textIn(declared, bytes);
    if (text !== null) return text;
  }
  return decoderOf(await detectBytes(bytes)).decode(bytes, true);
}

function strictUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

// A name that nobody knows is as good as none.
function textIn(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}

function declarationOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, declarationBytes).toString("latin1");
  return /(?:charset|encoding)\s{0,5}=\s{0,5}["']?([\w-]{1,40})/i.exec(head)?.[1];
}
