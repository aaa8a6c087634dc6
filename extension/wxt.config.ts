import { readFileSync } from "node:fs";
import { defineConfig } from "wxt";

const ownData = ["websiteContent" as const];

/** The browser extension. `npm run extension` builds it for Chromium and Firefox. */
export default defineConfig({
  outDir: "dist",
  imports: false,
  zip: { zipSources: false, artifactTemplate: "foothold-{{browser}}.zip" },
  manifest: {
    name: "Foothold",
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
    description: "Saves the job posting on the open page to your own Foothold.",
    permissions: ["activeTab", "scripting"],
    action: { default_title: "Save this posting to Foothold" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+F" } } },
    // Firefox would else ask for https where a Foothold at home has none.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'" },
    browser_specific_settings: {
      gecko: {
        id: "extension@foothold.example",
        strict_min_version: "128.0",
        data_collection_permissions: { required: ownData },
      },
    },
  },
});
