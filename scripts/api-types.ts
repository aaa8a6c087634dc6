// Writes e2e/api-types.d.ts, the types of a client of the API, from its description.
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import "./hooks.mjs";

const path = "e2e/api-types.d.ts";

// The generator needs the compiler as a library, which TypeScript 7 is no more.
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === "typescript" ? "typescript-5" : specifier, context),
});

const { readDescription } = await import("../lib/api.ts");
const { default: generate, astToString } = await import("openapi-typescript");

const { json } = await readDescription.run({} as Parameters<typeof readDescription.run>[0]);
const text = Buffer.concat(json ?? []).toString();
const types = `// Made by scripts/api-types.ts from the API's description.\n${astToString(await generate(text))}`;

writeFileSync(path, types);
