/** A text's encoding: its name for `TextDecoder`, or one of the code pages below. */
export type Encoding = (typeof encodings)[number]["value"];

/** The encodings that a file can be read in, with names that a person may know them by. */
export const encodings = [
  { value: "utf-8", label: "Unicode (UTF-8)" },
  { value: "utf-16le", label: "Unicode (UTF-16, little end first)" },
  { value: "utf-16be", label: "Unicode (UTF-16, big end first)" },
  { value: "windows-1252", label: "Western European (Windows-1252)" },
  { value: "macintosh", label: "Western European (Mac Roman)" },
  { value: "ibm850", label: "Western European (DOS, code page 850)" },
  { value: "windows-1250", label: "Central European (Windows-1250)" },
  { value: "iso-8859-2", label: "Central European (ISO-8859-2)" },
  { value: "ibm852", label: "Central European (DOS, code page 852)" },
  { value: "windows-1257", label: "Baltic (Windows-1257)" },
  { value: "windows-1254", label: "Turkish (Windows-1254)" },
  { value: "windows-1251", label: "Cyrillic (Windows-1251)" },
  { value: "koi8-r", label: "Cyrillic (KOI8-R)" },
  { value: "koi8-u", label: "Cyrillic (KOI8-U)" },
  { value: "iso-8859-5", label: "Cyrillic (ISO-8859-5)" },
  { value: "x-mac-cyrillic", label: "Cyrillic (Mac)" },
  { value: "ibm866", label: "Cyrillic (DOS, code page 866)" },
  { value: "windows-1253", label: "Greek (Windows-1253)" },
  { value: "windows-1255", label: "Hebrew (Windows-1255)" },
  { value: "windows-1256", label: "Arabic (Windows-1256)" },
  { value: "windows-874", label: "Thai (Windows-874)" },
  { value: "gb18030", label: "Chinese, simplified (GBK, GB18030)" },
  { value: "big5", label: "Chinese, traditional (Big5)" },
  { value: "shift_jis", label: "Japanese (Shift-JIS)" },
  { value: "euc-jp", label: "Japanese (EUC-JP)" },
  { value: "iso-2022-jp", label: "Japanese (ISO-2022-JP)" },
  { value: "euc-kr", label: "Korean (EUC-KR)" },
] as const;

// The DOS code pages are not in the Encoding Standard: their characters from 0x80 on.
const codePages: Readonly<Record<string, string>> = {
  ibm850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  ibm852:
    "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
};

export type TextChunkDecoder = {
  /** the text of the next bytes; `last` at the end of the file */
  decode(bytes: Uint8Array, last?: boolean): string;
};

/** A streaming decoder; bytes that the encoding does not know become U+FFFD. */
export function decoderOf(encoding: Encoding): TextChunkDecoder {
  const page = codePages[encoding];
  if (page) return { decode: (bytes) => decodePage(bytes, page) };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { decode: (bytes, last = false) => decoder.decode(bytes, { stream: !last }) };
}

function decodePage(bytes: Uint8Array, page: string): string {
  let text = "";
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : page[byte - 128];
  return text;
}
