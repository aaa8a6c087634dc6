import { expect, test } from "vitest";
import type { ApiHandler } from "./request.ts";
import { Router } from "./router.ts";

const nothing: ApiHandler = async () => ({ status: 204, headers: {}, body: null });
const router = new Router();
for (const path of ["/api/post/", "/api/post/active/", "/api/post/{id}", "/api/post/{id}/notes"])
  router.add(path, nothing);
router.add("/api/post/upload");

test.each([
  ["/api/post", "/api/post", {}],
  ["/api/post/", "/api/post", {}],
  ["/api/post/7", "/api/post/[id]", { id: "7" }],
  ["/api/post/7/", "/api/post/[id]", { id: "7" }],
  ["/api/post/%37%2f8", "/api/post/[id]", { id: "7/8" }],
  ["/api/post/%zz", "/api/post/[id]", { id: "%zz" }],
  ["/api/post/active", "/api/post/active", {}],
  ["/api/post/active/notes", "/api/post/[id]/notes", { id: "active" }],
])("%s is routed to %s", (path, label, params) => {
  expect(router.match(path)).toEqual({ handler: nothing, label, params });
});

test.each([
  "/",
  "/api",
  "/api/pos",
  "/api/%70ost",
  "/api/post//",
  "/api/post//notes",
  "/api/post/7/x",
])("%s has no route", (path) => {
  expect(router.match(path)).toBeUndefined();
});

test("a path can be added once", () => {
  expect(() => router.add("/api/post/{id}/", nothing)).toThrow("is there twice");
  expect(router.labels).toHaveLength(4);
});
