import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noteAction, runInContext } from "../lib/runtime/request.ts";
import { chain } from "./middleware.ts";
import { unreadActions } from "./unread-actions.ts";

type Answer = (response: ServerResponse) => void;
let answer: Answer;
const server = createServer(
  chain(
    (_request, _response, next) => runInContext({ id: "x", database_ms: 0, after: [] }, next),
    unreadActions,
    (_request, response) => answer(response),
  ),
);
beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
afterAll(() => server.close().closeAllConnections());

const multipart = { "content-type": "multipart/form-data; boundary=x" };

async function post(by: Answer, headers: Record<string, string> = multipart, path = "/login") {
  answer = by;
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const response = await fetch(url, { method: "POST", headers, body: "--x" });
  return [response.status, await response.text()];
}

/** A page that fails, as Next sends it: at once, or in parts. */
const failures: Record<string, Answer> = {
  ended: (response) => {
    response.statusCode = 500;
    response.setHeader("content-length", 5);
    response.end("wrong");
  },
  streamed: (response) => {
    response.statusCode = 500;
    response.setHeader("content-encoding", "none");
    response.flushHeaders();
    response.write("wro");
    response.end("ng");
  },
};

test.each(["ended", "streamed"])(
  "a body that no action could be read from is refused: %s",
  async (way) => {
    const refusal = [400, expect.stringContaining("could not be read.")];
    expect(await post(failures[way] as Answer)).toEqual(refusal);
    expect(await post(failures[way] as Answer, { "next-action": "0a" })).toEqual(refusal);
  },
);

test("what fails in an action, or is no action, stays an error", async () => {
  const begun: Answer = (response) => {
    noteAction();
    failures.streamed?.(response);
  };
  expect(await post(begun)).toEqual([500, "wrong"]);
  expect(await post(failures.streamed as Answer, {})).toEqual([500, "wrong"]);
  expect(await post(failures.ended as Answer, multipart, "/api/auth/signout")).toEqual([
    500,
    "wrong",
  ]);
});

test("an answer that does not fail is passed on", async () => {
  const good: Answer = (response) => {
    response.write("go");
    response.end("od");
  };
  expect(await post(good)).toEqual([200, "good"]);
});
