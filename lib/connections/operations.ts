import "server-only";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { parseInput, text } from "../fields.ts";
import { noContent, ok, operation } from "../http/operation.ts";
import { openUpload } from "../imports/upload.ts";
import { forgetConnections, replaceConnections } from "./commands.ts";
import { knownAt, maxKnown } from "./queries.ts";

const path = "/api/connection/";
const common = { path, tag: "Contacts", access: "user" as const };

const person = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    company: z.string(),
    position: z.string(),
    url: z.string(),
  })
  .meta({ id: "Connection" });

const query = z.object({ company: text({ max: 128 }) });

const findConnections = operation({
  ...common,
  id: "find_connections",
  method: "GET",
  summary: `Whom you know at a company, of LinkedIn's list that you brought; up to ${maxKnown}`,
  query,
  responses: {
    200: { description: "The people, by name", schema: z.array(person) },
    400: { description: "No company was named" },
  },
  example: {
    response: [
      {
        id: 1,
        name: "Kim Ash",
        company: "Larch Foods, Inc.",
        position: "Baker",
        url: "https://people.example/kim-ash",
      },
    ],
  },
  run: async ({ actor, url }) => {
    const { company } = parseInput(query, Object.fromEntries(url.searchParams));
    return ok(await knownAt(actor, [company]));
  },
});

const replaceAllConnections = operation({
  ...common,
  id: "replace_connections",
  method: "POST",
  summary: "Bring LinkedIn's Connections.csv, in place of what you brought before",
  files: true,
  body: () => z.object({ file: z.file({ error: "Send the list as a file." }) }),
  responses: {
    200: {
      description: "How many there are",
      schema: z.strictObject({ connections: z.int() }),
    },
    400: { description: "What is wrong with the file" },
  },
  example: { response: { connections: 412 } },
  run: async ({ actor, read }) => {
    const { file } = await read();
    const upload = await openUpload();
    try {
      await writeFile(upload.path, await file.bytes(), { mode: 0o600 });
      return ok({ connections: await replaceConnections(actor, upload.path) });
    } finally {
      await upload.clear();
    }
  },
});

const deleteConnections = operation({
  ...common,
  id: "delete_connections",
  method: "DELETE",
  summary: "Forget whom you know by LinkedIn's list; contacts stay",
  responses: { 204: { description: "Forgotten" } },
  run: async ({ actor }) => {
    await forgetConnections(actor);
    return noContent;
  },
});

/** The operations on LinkedIn's list. */
export const connections = { findConnections, replaceAllConnections, deleteConnections };
