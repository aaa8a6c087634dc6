import { ok } from "node:assert/strict";
import type { RunningServer } from "../server.ts";
import { maxWaitMs, type Waits } from "../waits.ts";
import type { Described } from "./description.ts";
import { type Headers, newRow } from "./rows.ts";

type Sent = { method?: string; headers?: Headers; body?: BodyInit; once?: boolean };
type Answer = { status: number; text: string };

/** The server with one person, as whom requests are sent one after another. */
export class Target {
  readonly address: string;
  readonly who: Headers;
  /** whose waits are noted together */
  group = "";
  /** what went wrong, by the names of the requests */
  readonly faults: string[] = [];
  /** the rows that large requests made: kind of page → id → what was sent */
  readonly made = new Map<string, Map<number, string>>();
  private readonly waits: Waits;
  private readonly rows = new Map<string, number>();

  constructor({ address }: RunningServer, waits: Waits, who: Headers) {
    [this.address, this.waits, this.who] = [address, waits, who];
  }

  /** Sends a request, reads its answer, and notes a 5xx, and that others waited too long meanwhile. */
  send(name: string, path: string, { once, ...sent }: Sent): Promise<Answer> {
    // A session, or else the token.
    const headers = sent.headers?.cookie ? sent.headers : { ...this.who, ...sent.headers };
    const init = { redirect: "manual", ...sent, headers } as const;
    const run = async () => {
      const response = await fetch(this.address + path, init);
      return { status: response.status, text: await response.text() };
    };
    return this.watch(name, run, once);
  }

  /** The same with a request that `run` sends. */
  async watch(name: string, run: () => Promise<Answer>, once = false): Promise<Answer> {
    const { ms, result } = await this.waits.during({ group: this.group, name, once }, run);
    if (ms > maxWaitMs) this.faults.push(`${name}: others waited ${ms} ms`);
    const { status, text } = result;
    if (status >= 500) this.faults.push(`${name}: ${status} ${text.slice(0, 200)}`);
    return result;
  }

  /** The path of an operation with the id of a row that is there. */
  async pathOf({ path, id }: Described): Promise<string> {
    const [, kind] = /^\/api\/(\w+)\/\{id\}/.exec(path) ?? [];
    const filled = path
      .replace("{kind}/{id}", "job_posting/1")
      .replace("{report_type}", "perSite")
      .replace("{reference_date}", "2026-01-01")
      .replace("{id}", String(kind && (await this.rowOf(kind))));
    ok(!/[{}]/.test(filled), `${id}: say in largest/target.ts what stands in its path`);
    return filled;
  }

  private async rowOf(kind: string): Promise<number> {
    const row = this.rows.get(kind) ?? (await newRow(this.address, this.who, kind));
    this.rows.set(kind, row);
    return row;
  }

  /** Notes the row that a large request made, by the answer's text. */
  note(path: string, text: string, name: string): void {
    const kind = pageOfKind[path.split("/")[2] ?? ""];
    const { id } = JSON.parse(text);
    if (!kind || typeof id !== "number") return;
    this.made.set(kind, (this.made.get(kind) ?? new Map()).set(id, name));
  }
}

const pageOfKind: Record<string, string> = {
  job_posting: "postings",
  job_site: "sites",
  email_opportunity: "opportunities",
};
