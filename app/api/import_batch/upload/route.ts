import { receiveUpload } from "@/lib/imports/upload.ts";

/** Not of the documented API: the import page sends its file here, outside of what the proxy buffers. */
export const POST = receiveUpload;
