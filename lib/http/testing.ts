import { endpoint } from "./endpoint.ts";
import type { Operation } from "./operation.ts";

process.env.RATE_LIMITS ??= "off";

type Sent = { token?: string; json?: unknown; body?: BodyInit; headers?: Record<string, string> };
export type Got = { status: number; headers: Headers; body: unknown; text: string };
export type Send = (method: string, path: string, sent?: Sent) => Promise<Got>;

type Route = { pattern: RegExp; names: string[]; operations: Operation[] };

/** Calls operations as a server would, without one: by method and path, through the same wrapper. */
export function apiOf(operations: readonly Operation[]): Send {
  const routes = routesOf(operations);
  return async (method, path, { token, json, body, headers = {} } = {}) => {
    const url = new URL(path, "http://localhost:3000");
    const route = routes.find(({ pattern }) => pattern.test(url.pathname));
    if (!route) throw new Error(`there is no ${path}`);
    const values = route.pattern.exec(url.pathname)?.slice(1) ?? [];
    const params = Object.fromEntries(route.names.map((name, i) => [name, values[i]]));
    const handler = endpoint(...route.operations)[method as "GET"];
    const request = new Request(url, {
      method,
      headers: {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: json === undefined ? body : JSON.stringify(json),
    });
    const response = await handler(request, { params: Promise.resolve(params) });
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json" && text !== "";
    const { status } = response;
    return { status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text };
  };
}

function routesOf(operations: readonly Operation[]): Route[] {
  const paths = Map.groupBy(operations, ({ path }) => path);
  // Fixed parts win over ids, as in the folders of app/api.
  const sorted = [...paths].sort(([a], [b]) => a.split("{").length - b.split("{").length);
  return sorted.map(([path, found]) => ({
    pattern: new RegExp(`^${path.replace(/\/$/, "").replaceAll(/\{\w+\}/g, "([^/]+)")}/?$`),
    names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
    operations: found,
  }));
}

/** Registers somebody and gives a token of theirs. */
export async function tokenOf(send: Send, username: string): Promise<string> {
  const password = "Str0ng!Passw0rd";
  const person = { username, email: `${username}@example.org`, first_name: "A", last_name: "B" };
  await send("POST", "/api/auth/register/", { json: { ...person, password } });
  const { body } = await send("POST", "/api/token/", { json: { username, password } });
  return (body as { access: string }).access;
}
