import type { Chunks } from "../lists/chunks.ts";

/**
 * What the API reads of a request: the web's own Request has it, and so has what our server makes of Node's,
 * which costs a tenth of that.
 */
export type ApiRequest = Pick<Request, "method" | "url" | "arrayBuffer" | "signal"> & {
  headers: Pick<Headers, "get" | "has">;
  body: AsyncIterable<Uint8Array> | null;
};

/** A response: its body is a text, a long one in the chunks that it was made in, or null for none. */
export type ApiResponse = {
  status: number;
  headers: Record<string, string>;
  body: string | Chunks | null;
};

/** Answers every method of one path; `params` are the parts of the path that stand for a value. */
export type ApiHandler = (
  request: ApiRequest,
  params: Record<string, string>,
) => Promise<ApiResponse>;
