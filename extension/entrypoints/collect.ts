import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { collectPage } from "../collect.ts";

/** Run in the open page by a press on the icon; what it returns is what the popup sends. */
export default defineUnlistedScript(() => collectPage());
