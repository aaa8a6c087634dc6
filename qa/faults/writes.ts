import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Client } from "./client.ts";

/**
 * Writers that note what the server acknowledged: postings that were added, and one field that counts up.
 * `lostIn` then looks into a database file for all of it.
 */
export class Writes {
  readonly added = new Map<number, string>();
  /** site → the last count that was acknowledged, and the last that was sent */
  readonly counted = new Map<number, { acknowledged: number; sent: number }>();
  failed = 0;
  private readonly client: Client;
  private going = false;
  private writers: Promise<void>[] = [];

  constructor(client: Client) {
    this.client = client;
  }

  get acknowledged(): number {
    let all = this.added.size;
    for (const { acknowledged } of this.counted.values()) all += acknowledged;
    return all;
  }

  start(client: Client = this.client, writers = 8): void {
    this.going = true;
    this.writers = Array.from({ length: writers }, () => this.write(client));
  }

  /** Done once so many more are acknowledged, however slow the machine is; after a minute in any case. */
  async more(count: number): Promise<void> {
    const [enough, until] = [this.acknowledged + count, Date.now() + 60_000];
    while (this.acknowledged < enough && Date.now() < until) {
      await new Promise((later) => setTimeout(later, 20));
    }
  }

  /** Done once the last answer has come, or its connection broke. */
  async end(): Promise<void> {
    this.going = false;
    await Promise.all(this.writers);
  }

  private async write(client: Client): Promise<void> {
    try {
      const { body } = await client.must("POST", "/api/job_site/", { site_name: "Board" });
      const site = Number(body.id);
      const count = { acknowledged: 0, sent: 0 };
      this.counted.set(site, count);
      while (this.going) {
        const posting_title = randomBytes(12).toString("hex");
        const made = await client.call("POST", "/api/job_posting/", {
          job_site_id: site,
          posting_title,
          job_description: posting_title.repeat(20),
        });
        if (made.status === 201) this.added.set(Number(made.body.id), posting_title);
        else this.failed += 1;
        count.sent += 1;
        const changed = await client.call("PUT", `/api/job_site/${site}`, { rating: count.sent });
        if (changed.status === 204) count.acknowledged = count.sent;
        else this.failed += 1;
      }
    } catch {
      // The server is gone: what was under way was never acknowledged.
    }
  }

  /** What was acknowledged and is not in the database of this folder, and whether the file is whole. */
  lostIn(folder: string): { lost: string[]; integrity: string } {
    const db = new Database(join(folder, "foothold.db"));
    try {
      const lost: string[] = [];
      const posting = db.prepare("select posting_title from job_posting where id = ?").pluck();
      for (const [id, title] of this.added) {
        if (posting.get(id) !== title) lost.push(`posting ${id}`);
      }
      const site = db.prepare("select rating from job_site where id = ?").pluck();
      for (const [id, { acknowledged, sent }] of this.counted) {
        const rating = Number(site.get(id) ?? -1);
        if (acknowledged > 0 && (rating < acknowledged || rating > sent)) {
          lost.push(`site ${id}: ${rating} for ${acknowledged}`);
        }
      }
      const integrity = String(db.pragma("integrity_check", { simple: true }));
      return { lost, integrity };
    } finally {
      db.close();
    }
  }
}
