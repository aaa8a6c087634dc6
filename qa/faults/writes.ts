import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import type { Client } from "./client.ts";

const maxWaitMs = 60_000;

/**
 * Writers that record what the server acknowledged: postings that were added, and a field that counts up.
 * `lostIn` then looks for all of it in a database file.
 */
export class Writes {
  /** id → title of each acknowledged posting */
  readonly added = new Map<number, string>();
  /** site → the last count that was acknowledged, and the last that was sent */
  readonly counters = new Map<number, { acknowledged: number; sent: number }>();
  failed = 0;
  private readonly client: Client;
  private isRunning = false;
  private writers: Promise<void>[] = [];

  constructor(client: Client) {
    this.client = client;
  }

  get acknowledged(): number {
    let total = this.added.size;
    for (const { acknowledged } of this.counters.values()) total += acknowledged;
    return total;
  }

  start(client: Client = this.client, writers = 8): void {
    this.isRunning = true;
    this.writers = Array.from({ length: writers }, () => this.write(client));
  }

  /** Waits until so many more writes are acknowledged, for a minute at most. */
  async waitForMore(count: number): Promise<void> {
    const [target, until] = [this.acknowledged + count, Date.now() + maxWaitMs];
    while (this.acknowledged < target && Date.now() < until) await setTimeout(20);
  }

  /** Stops the writers; resolves once the last response has come or its connection broke. */
  async end(): Promise<void> {
    this.isRunning = false;
    await Promise.all(this.writers);
  }

  private async write(client: Client): Promise<void> {
    try {
      const { body } = await client.callOk("POST", "/api/job_site/", { site_name: "Board" });
      const site = Number(body.id);
      const counter = { acknowledged: 0, sent: 0 };
      this.counters.set(site, counter);
      while (this.isRunning) {
        const posting_title = randomBytes(12).toString("hex");
        const created = await client.call("POST", "/api/job_posting/", {
          job_site_id: site,
          posting_title,
          job_description: posting_title.repeat(20),
        });
        if (created.status === 201) this.added.set(Number(created.body.id), posting_title);
        else this.failed += 1;
        counter.sent += 1;
        const changed = await client.call("PUT", `/api/job_site/${site}`, { rating: counter.sent });
        if (changed.status === 204) counter.acknowledged = counter.sent;
        else this.failed += 1;
      }
    } catch {
      // The server is gone: the request under way was never acknowledged.
    }
  }

  /** What was acknowledged and is missing from the folder's database, SQLite's integrity check, and both as failures. */
  lostIn(folder: string): { lost: string[]; integrity: string; failures: string[] } {
    const db = new Database(join(folder, "foothold.db"));
    try {
      const lost: string[] = [];
      const titleOf = db.prepare("select posting_title from job_posting where id = ?").pluck();
      for (const [id, title] of this.added) {
        if (titleOf.get(id) !== title) lost.push(`posting ${id}`);
      }
      const ratingOf = db.prepare("select rating from job_site where id = ?").pluck();
      for (const [id, { acknowledged, sent }] of this.counters) {
        const rating = Number(ratingOf.get(id) ?? -1);
        if (acknowledged > 0 && (rating < acknowledged || rating > sent)) {
          lost.push(`site ${id}: ${rating} for ${acknowledged}`);
        }
      }
      const integrity = String(db.pragma("integrity_check", { simple: true }));
      const damage = integrity === "ok" ? [] : [`integrity_check: ${integrity}`];
      return { lost, integrity, failures: [...damage, ...lost.slice(0, 5)] };
    } finally {
      db.close();
    }
  }
}
