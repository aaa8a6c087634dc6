/** Not of the documented API: the import page sends its file here, outside of what the proxy buffers. */
export { receiveUpload as POST } from "@/lib/imports/upload.ts";
