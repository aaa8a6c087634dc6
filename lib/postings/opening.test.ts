import { expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
freshDatabase();

const send: Send = apiOf(operations);

async function rows() {
  const token = await tokenOf(send, "hunter");
  const site = await send("POST", "/api/job_site/", { token, json: { site_name: "Board" } });
  const json = { job_site_id: (site.body as { id: number }).id, job_description: "d" };
  const posting = await send("POST", "/api/job_posting/", { token, json });
  const opportunity = await send("POST", "/api/email_opportunity/", {
    token,
    json: {
      job_title: "Engineer",
      opportunity_status: "2 - Awaiting Feedback",
      recruiter_name: "Robin",
      recruiter_company: "Harbour",
      email_received_at: "2024-06-03T14:20:00-07:00",
    },
  });
  return { token, paths: [posting, opportunity].map(({ headers }) => headers.get("location")) };
}

test("has a closing day and a hiring company, beside the documented fields", async () => {
  const { token, paths } = await rows();
  for (const path of paths) {
    const put = (json: object) => send("PUT", `${path}/opening`, { token, json });
    const read = async () => (await send("GET", `${path}/opening`, { token })).body;
    expect(await read()).toEqual({ deadline: null, hiring_company: "" });
    expect((await put({ deadline: "2024-05-31", hiring_company: "Larch Foods" })).status).toBe(204);
    expect((await put({ hiring_company: "" })).status).toBe(204);
    expect(await read()).toEqual({ deadline: "2024-05-31", hiring_company: "" });
    for (const deadline of ["31 May", "1823-01-01", "2024-02-30", "99999-01-01", 5])
      expect((await put({ deadline })).status, String(deadline)).toBe(400);
    expect((await put({ hiring_company: "x".repeat(129) })).status).toBe(400);
    expect((await put({ deadline: null })).status).toBe(204);
    expect(await read()).toMatchObject({ deadline: null });
    const { text } = await send("GET", `${path}`, { token });
    for (const field of ["deadline", "hiring_company"]) expect(text).not.toContain(field);
    const other = await tokenOf(send, `other${path?.split("/")[2]}`);
    expect((await send("GET", `${path}/opening`, { token: other })).status).toBe(403);
  }
});
