// npm run extension: builds the browser extension for Chromium and Firefox, zips included, and the bookmarklet's code.
import { buildBookmarklet, buildExtension } from "./build-extension.ts";

await buildBookmarklet();
for (const path of await buildExtension()) console.log(path);
