import { DrizzleQueryError } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { errorResponse } from "./error-response.ts";

afterEach(() => vi.restoreAllMocks());

const request = new Request("http://localhost/api/job_site/?search=quarry-secret", {
  method: "POST",
});

function failing(code: string) {
  const cause = Object.assign(new Error("the driver's words"), { code });
  return new DrizzleQueryError("insert into job_site values (?)", ["quarry-secret"], cause);
}

function answerTo(error: Error) {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const answer = errorResponse(error, request, "1");
  return { answer, logged: written.mock.calls.flat().join("\n") };
}

test.each([
  ["SQLITE_FULL", 503],
  ["SQLITE_BUSY_SNAPSHOT", 503],
  ["SQLITE_READONLY_DBMOVED", 503],
  ["SQLITE_IOERR_WRITE", 503],
  ["SQLITE_CORRUPT_INDEX", 503],
  ["SQLITE_NOTADB", 503],
  ["SQLITE_ERROR", 500],
])("%s is answered with %i, and no content is logged", (code, status) => {
  const { answer, logged } = answerTo(failing(code));
  expect(answer.status).toBe(status);
  expect(answer.headers?.["retry-after"] !== undefined).toBe(status === 503);
  expect(JSON.stringify(answer.body)).not.toMatch(/driver|quarry/);
  expect(logged).toContain("the driver's words");
  expect(logged).not.toContain("quarry-secret");
});

test("for a damaged database the log says what to do", () => {
  const { logged } = answerTo(failing("SQLITE_CORRUPT"));
  expect(logged).toMatch(/damaged. Restore it from a backup/);
});
