import { routerOf } from "./endpoint.ts";
import type { Operation } from "./operation.ts";
import { routeHandlers } from "./route-handlers.ts";

type Options = {
  token?: string;
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
};
export type Got = { status: number; headers: Headers; body: unknown; text: string };
export type Send = (method: string, path: string, options?: Options) => Promise<Got>;

/** Calls operations as a server would, without one: by method and path, through the same wrapper. */
export function apiOf(operations: readonly Operation[]): Send {
  const handlers = routeHandlers(routerOf(operations));
  return async (method, path, { token, json, body, headers = {} } = {}) => {
    const url = new URL(path, "http://localhost:3000");
    const request = new Request(url, {
      method,
      headers: {
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: json === undefined ? body : JSON.stringify(json),
    });
    const response = await handlers[method as "GET"](request);
    const text = await response.text();
    const isJson = response.headers.get("content-type") === "application/json" && text !== "";
    const { status } = response;
    return { status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text };
  };
}

/** Registers a person and returns their token. */
export async function tokenOf(send: Send, username: string): Promise<string> {
  const password = "Str0ng!Passw0rd";
  const person = { username, email: `${username}@example.org`, first_name: "A", last_name: "B" };
  await send("POST", "/api/auth/register/", { json: { ...person, password } });
  const { body } = await send("POST", "/api/token/", { json: { username, password } });
  return (body as { access: string }).access;
}
