import type { Chunks } from "../lists/chunks.ts";

/** What the API reads of the headers of a request. */
export type AskedHeaders = Pick<Headers, "get" | "has">;

/**
 * What the API reads of a request: the web's own Request has it, and so has what the server makes of Node's,
 * which costs a tenth of that.
 */
export type Asked = Pick<Request, "method" | "url" | "arrayBuffer"> & {
  headers: AskedHeaders;
  body: AsyncIterable<Uint8Array> | null;
};

/** What is sent: a text, a long one in the pieces that it was made in, or null for none. */
export type Sent = {
  status: number;
  headers: Record<string, string>;
  content: string | Chunks | null;
};
