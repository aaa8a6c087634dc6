import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionBodies } from "./action-bodies.ts";
import { inTurn } from "./in-turn.ts";
import { chain, type Middleware } from "./middleware.ts";

const counted: Middleware = async (request, response) => {
  let bytes = 0;
  for await (const chunk of request) bytes += chunk.length;
  response.end(`read ${bytes}`);
};
const server = createServer(inTurn(chain(actionBodies, counted)));
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close().closeAllConnections());

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/login`;

async function call(body: BodyInit, headers: Record<string, string> = { "next-action": "a" }) {
  const answer = await fetch(address(), {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  return `${answer.status} ${await answer.text()}`;
}

const lists = JSON.stringify(Array.from({ length: 40_000 }, () => []));

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

test("an action's arguments have as many values as the API's JSON, and no more", async () => {
  const long = JSON.stringify([1, "a,".repeat(400_000)]);
  expect(await call(long)).toBe(`200 read ${long.length}`);
  expect(await call(lists)).toContain("more than 20,000 values");
  expect(await call("[".repeat(1_000_000))).toContain("500 levels");
  expect(await call(form({ "0": lists }))).toMatch(/^400 /);
  expect(await call(form({ "$ACTION_1:0": lists }), {})).toMatch(/^400 /);
});

test.each([
  "name=0",
  'name = "0"',
  "name*=utf-8''0",
  'name="\\0"',
  `x="${"y".repeat(2_000)}"; name="0"`,
])("a model is judged however its name is written: %#", async (name) => {
  const body = `--b\r\ncontent-disposition: form-data; ${name}\r\n\r\n${lists}\r\n--b--\r\n`;
  const headers = { "next-action": "a", "content-type": "multipart/form-data; boundary=b" };
  expect(await call(body, headers)).toMatch(/^400 /);
});

test("a form's texts may have any signs in them", async () => {
  expect(await call(form({ "0": '["$K1"]', _1_job_description: lists }))).toMatch(/^200 read /);
  expect(await call(lists, { "content-type": "application/json" })).toMatch(/^200 read /);
});

test("a body without a length ends where the limit is", async () => {
  const chunks = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(100_000)) });
  expect(await call(chunks).catch(() => "413 closed")).toMatch(/^413 /);
});

test("an action that came before its turn on a connection is held to the same", async () => {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const post = (body: string) =>
    `POST /login HTTP/1.1\r\nhost: localhost\r\nnext-action: a\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const short = JSON.stringify([1]);
  socket.write(`GET /login HTTP/1.1\r\nhost: localhost\r\n\r\n${post(short)}${post(lists)}`);
  const text = Buffer.concat(await socket.toArray()).toString();
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 400"]);
  expect(text).toContain(`read ${short.length}`);
});
