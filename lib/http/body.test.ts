import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../errors.ts";
import { maxBodyBytes, readBody } from "./body.ts";
import { HttpError } from "./errors.ts";

function sent(body: BodyInit, type = "application/json", headers = {}) {
  const init = { method: "POST", body, headers: { "content-type": type, ...headers } };
  return readBody(
    new Request("http://localhost/", { ...init, duplex: "half" } as RequestInit),
    1_000_000,
  );
}

const form = "application/x-www-form-urlencoded";

const nested = (levels: number, open = "[", close = "]") =>
  open.repeat(levels) + close.repeat(levels);

describe("a body", () => {
  test("nested deeper than 500 levels is refused, and 500 levels are read", async () => {
    expect(await sent(nested(500))).not.toBeInstanceOf(AppError);
    for (const deep of [
      nested(501),
      nested(400_000),
      nested(501, '{"a":', "}").replace(":}", ":1}"),
    ]) {
      const read = await sent(deep);
      expect(read).toBeInstanceOf(HttpError);
      expect((read as HttpError).status).toBe(400);
    }
    // Brackets in a text are no nesting.
    expect(await sent(JSON.stringify({ a: nested(5_000), b: '\\"[' }))).not.toBeInstanceOf(
      AppError,
    );
  });

  test("longer than its limit is refused, with or without Content-Length", async () => {
    const long = `"${"x".repeat(1_000_000)}"`;
    const announced = await sent(long, "application/json", { "content-length": "1000002" });
    expect((announced as HttpError).status).toBe(413);
    const chunks = new ReadableStream({
      pull: (to) => to.enqueue(new Uint8Array(100_000)),
    });
    expect(((await sent(chunks)) as HttpError).status).toBe(413);
    expect(maxBodyBytes.default).toBe(1_048_576);
  });

  test("of many values is refused, and one of a record's many comments is read", async () => {
    const comments = Array.from({ length: 4_000 }, (_, id) => ({
      id,
      comment_type: "Note",
      at: "",
    }));
    expect(await sent(JSON.stringify({ comments }))).not.toBeInstanceOf(AppError);
    for (const text of ['{"a":0,', "[[],", "[1,", '[{"a":0},']) {
      const [open = "", unit] = [text[0], text.slice(1)];
      const many = `${open}${unit.repeat(40_000)}${unit.slice(0, -1)}${open === "[" ? "]" : "}"}`;
      const read = (await sent(many)) as HttpError;
      expect([read.status, read.message]).toEqual([400, expect.stringContaining("20,000 values")]);
    }
    // Commas in a text are no values.
    expect(await sent(JSON.stringify({ a: ",".repeat(100_000) }))).not.toBeInstanceOf(AppError);
  });

  test("that may hold files is not longer where it is text", async () => {
    const read = (body: string, type: string) =>
      readBody(
        new Request("http://localhost/", {
          method: "POST",
          body,
          headers: { "content-type": type },
        }),
        maxBodyBytes.files,
      );
    const long = "x".repeat(maxBodyBytes.default);
    const part = (name: string) =>
      `--b\r\nContent-Disposition: form-data; ${name}\r\n\r\n${long}\r\n--b--\r\n`;
    const multipart = "multipart/form-data; boundary=b";
    for (const [body, type] of [
      [JSON.stringify(long), "application/json"],
      [`a=${long}`, form],
      [part('name="sheet"'), multipart],
      [part('name="filename"'), multipart],
    ] as const)
      expect(((await read(body, type)) as HttpError).status).toBe(413);
    const file = part('name="file"; filename="hunt.csv"');
    expect(await read(file, multipart)).toEqual({ form: new Map([["file", expect.any(File)]]) });
  });

  test.each([
    "multipart/form-data; xboundary=a; boundary=b",
    "multipart/form-data; boundary=b; boundary=a",
    'multipart/form-data; x="boundary=a"; boundary="b"',
  ])("is parsed by the boundary that it is checked by: %s", async (type) => {
    const many = (await sent(parts(1_001), type)) as HttpError;
    expect([many.status, many.message]).toEqual([400, expect.stringContaining("1,000 fields")]);
    expect(await sent(parts(1), type)).toEqual({ form: new Map([["a", "1"]]) });
  });

  test.each(["text/plain", "application/xml", "text/html", ""])(
    "of content type %j is refused",
    async (type) => {
      expect(((await sent("{}", type)) as HttpError).status).toBe(415);
    },
  );

  const parts = (count: number, name = "a") =>
    `${`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`.repeat(count)}--b--\r\n`;

  test.each([
    ["names without a value", form, "a&", 1_000],
    ["names with one", form, "a=1&", 1_000],
    ["parts", "multipart/form-data; boundary=b", "", 1_000],
  ])("of more than 1,000 fields is refused, as %s", async (_, type, unit, most) => {
    const body = (count: number) => (unit ? unit.repeat(count) : parts(count));
    expect(await sent(body(most), type)).toEqual({ form: new Map([["a", expect.any(String)]]) });
    for (const count of [most + 1, 400_000 / (unit.length || 60)]) {
      const refused = (await sent(body(Math.round(count)), type)) as HttpError;
      expect([refused.status, refused.message]).toEqual([
        400,
        "The form has more than 1,000 fields.",
      ]);
    }
  });

  test("of parts is read as the platform reads it, files byte for byte", async () => {
    const name = fc.string({ unit: "binary", minLength: 1, maxLength: 8 });
    const file = fc.record({ bytes: fc.uint8Array({ maxLength: 40 }), name });
    const values = fc.array(fc.tuple(name, fc.oneof(fc.string({ unit: "binary" }), file)));
    await fc.assert(
      fc.asyncProperty(values, async (fields) => {
        const given = new FormData();
        for (const [key, value] of fields)
          if (typeof value === "string") given.append(key, value);
          else given.append(key, new File([new Uint8Array(value.bytes)], value.name));
        const request = new Request("http://localhost/", { method: "POST", body: given });
        const expected = new Map(await request.clone().formData());
        const read = await readBody(request, maxBodyBytes.files);
        const plain = async (form: Map<string, unknown>) =>
          Promise.all(
            Array.from(form, async ([key, value]) =>
              value instanceof File
                ? [key, value.name, value.type, await value.bytes()]
                : [key, value],
            ),
          );
        expect(await plain((read as { form: Map<string, unknown> }).form)).toEqual(
          await plain(expected),
        );
      }),
    );
  });

  test("whose text is called like a file is refused", async () => {
    const body = parts(1, "a; filename=b");
    expect(((await sent(body, "multipart/form-data; boundary=b")) as HttpError).status).toBe(400);
  });

  test("of parts whose headers never end is refused", async () => {
    const body = parts(1, "%0D".repeat(300_000));
    const refused = await sent(body, "multipart/form-data; boundary=b");
    expect((refused as HttpError).status).toBe(400);
  });

  test("of a form is read as the URL Standard says", async () => {
    const texts = fc.stringMatching(/^[a&=+%0-9A-F]{0,30}$/);
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const read = await sent(text, form);
        expect(read).toEqual({ form: new Map(new URLSearchParams(text)) });
      }),
    );
  });
});
