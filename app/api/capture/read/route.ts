/** Not of the documented API: the page /add sends here what is read, outside of what the proxy buffers. */
export { readForPage as POST } from "@/lib/capture/read-request.ts";
