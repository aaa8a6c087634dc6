import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: [
    "./db/schema.ts",
    "./db/facts.ts",
    "./db/requests.ts",
    "./db/search.ts",
    "./db/accounts.ts",
  ],
  out: "./db/migrations",
});
