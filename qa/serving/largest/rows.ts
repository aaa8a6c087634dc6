import { equal, ok } from "node:assert/strict";
import { newSite, posting, send } from "../person.ts";

/** The headers of a request. */
export type Headers = Record<string, string>;

type Make = (address: string, who: Headers) => Promise<number>;

const rows: Record<string, Make> = {
  job_site: newSite,
  job_posting: async (address, who) =>
    created(address, who, "/api/job_posting/", posting(await newSite(address, who), 1)),
  email_opportunity: (address, who) =>
    created(address, who, "/api/email_opportunity/", {
      job_title: "Gardener",
      opportunity_status: "1 - Actively Engaged",
      recruiter_name: "Ann",
      recruiter_company: "Larch",
    }),
  event: async (address, who) => {
    const row = await newRow(address, who, "job_posting");
    const path = `/api/job_posting/${row}/events/`;
    const events = await (await send(address, "GET", path, undefined, who)).json();
    return events[0].id;
  },
  bulk_change: async (address, who) =>
    created(address, who, "/api/bulk_change/", {
      kind: "job_posting",
      ids: [await newRow(address, who, "job_posting")],
      change: { action: "trash" },
    }),
  tag: (address, who) => created(address, who, "/api/tag/", { name: "dream" }),
  personal_token: (address, who) =>
    created(address, who, "/api/personal_token/", { name: "Script", scopes: ["read"] }),
  import_batch: async (address, who) => {
    const body = new FormData();
    body.set("file", new File(["Company,Title\nFern,Gardener\n"], "hunt.csv"));
    const init = { method: "POST", headers: who, body };
    return (await (await fetch(`${address}/api/import_batch/`, init)).json()).id;
  },
};

/** Makes a small row of the kind, as `/api/KIND/{id}` calls it, and gives its id. */
export async function newRow(address: string, who: Headers, kind: string): Promise<number> {
  const make = rows[kind];
  ok(make, `say in largest/rows.ts how a row of /api/${kind}/{id} is made`);
  return make(address, who);
}

async function created(address: string, who: Headers, path: string, body: object): Promise<number> {
  const answer = await send(address, "POST", path, body, who);
  equal(answer.status, 201, path);
  return (await answer.json()).id;
}
