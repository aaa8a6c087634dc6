import { randomBytes } from "node:crypto";

const password = "Quiet#Harbour42!";
const timeoutMs = 120_000;

export type ApiResponse = { status: number; body: Record<string, unknown>; text: string };

/** Calls the API as one person. */
export class Client {
  private accessToken = "";
  private readonly address: string;
  readonly username = `f${randomBytes(6).toString("hex")}`;

  constructor(address: string) {
    this.address = address;
  }

  /** The same person at a server that was started again. */
  at(address: string): Client {
    const client = new Client(address);
    client.accessToken = this.accessToken;
    return client;
  }

  async register(): Promise<this> {
    const { username } = this;
    const person = { username, email: `${username}@example.org`, first_name: "A", last_name: "B" };
    await this.callOk("POST", "/api/auth/register/", { ...person, password });
    await this.signIn();
    return this;
  }

  /** Gets a new access token. */
  async signIn(): Promise<void> {
    const { username } = this;
    const { body } = await this.callOk("POST", "/api/token/", { username, password });
    this.accessToken = String(body.access);
  }

  async call(method: string, path: string, json?: unknown): Promise<ApiResponse> {
    const response = await fetch(this.address + path, {
      method,
      headers: {
        ...(this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {}),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json" && text !== "";
    return { status: response.status, body: isJson ? JSON.parse(text) : {}, text };
  }

  /** Like `call`, but throws where the status is 400 or above. */
  async callOk(method: string, path: string, json?: unknown): Promise<ApiResponse> {
    const response = await this.call(method, path, json);
    if (response.status < 400) return response;
    throw new Error(`${method} ${path}: ${response.status} ${response.text}`);
  }
}

/** Sends requests one after the other, and gives how long each took and its error, if any. */
export async function latencies(client: Client, count: number) {
  const measured: { ms: number; error?: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const error = await client.call("GET", n % 2 ? "/api/me/" : "/api/job_site/").then(
      ({ status, text }) => (status === 200 ? undefined : `${status} ${text.slice(0, 80)}`),
      (reason) => String(reason),
    );
    measured.push({ ms: performance.now() - began, ...(error ? { error } : {}) });
  }
  return measured;
}

/** The median in whole milliseconds. */
export const medianMs = (measured: { ms: number }[]): number =>
  Math.round(measured.map(({ ms }) => ms).sort((a, b) => a - b)[measured.length >> 1] ?? 0);
