import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { openAddPage } from "../bookmarklet.ts";

/** The bookmark's code. `__FOOTHOLD__` stands for the address of the Foothold that gives it. */
export default defineUnlistedScript(() => openAddPage("__FOOTHOLD__"));
