import { randomBytes } from "node:crypto";

const password = "Quiet#Harbour42!";

export type Answer = { status: number; body: Record<string, unknown>; text: string };

/** Calls the API as one person. */
export class Client {
  private access = "";
  private readonly base: string;
  readonly username = `f${randomBytes(6).toString("hex")}`;

  constructor(base: string) {
    this.base = base;
  }

  /** The same person at the server that was started again. */
  at(base: string): Client {
    const again = new Client(base);
    again.access = this.access;
    return again;
  }

  async register(): Promise<this> {
    const { username } = this;
    const person = { username, email: `${username}@example.org`, first_name: "A", last_name: "B" };
    await this.must("POST", "/api/auth/register/", { ...person, password });
    await this.signIn();
    return this;
  }

  /** Takes a new token. */
  async signIn(): Promise<void> {
    const { username } = this;
    const { body } = await this.must("POST", "/api/token/", { username, password });
    this.access = String(body.access);
  }

  async call(method: string, path: string, json?: unknown): Promise<Answer> {
    const answer = await fetch(this.base + path, {
      method,
      headers: {
        ...(this.access ? { authorization: `Bearer ${this.access}` } : {}),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(120_000),
    });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type") === "application/json" && text !== "";
    return { status: answer.status, body: isJson ? JSON.parse(text) : {}, text };
  }

  /** A call that has to succeed. */
  async must(method: string, path: string, json?: unknown): Promise<Answer> {
    const answer = await this.call(method, path, json);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }
}
