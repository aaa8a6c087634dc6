import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText, sanitizeRichText } from "./rich-text.ts";

test("plain text becomes paragraphs, and special characters are escaped", () => {
  expect(sanitizeRichText("One\ntwo\r\n\r\nthree < 4 & 5 > 2")).toBe(
    "<p>One<br />two</p><p>three &lt; 4 &amp; 5 &gt; 2</p>",
  );
  expect(sanitizeRichText("")).toBe("");
});

test("the editor's HTML is unchanged", () => {
  const html = "<h3>You</h3><ul><li><p>one <strong>b</strong> <em>i</em></p></li></ul>";
  expect(sanitizeRichText(html)).toBe(html);
});

test("links keep an address only where it is http, https or mailto", () => {
  expect(sanitizeRichText('<a href="https://example.org/?a=1" target="x">a</a>')).toBe(
    '<a href="https://example.org/?a=1" rel="noopener nofollow">a</a>',
  );
  expect(sanitizeRichText('<a href="mailto:ann@example.org">a</a>')).toContain("mailto:");
  for (const bad of [
    "javascript:alert(1)",
    "JaVa\tscript:x",
    "data:text/html,x",
    "//evil.example",
  ]) {
    expect(sanitizeRichText(`<a href="${bad}">a</a>`)).toBe('<a rel="noopener nofollow">a</a>');
  }
});

const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<p style='background:url(javascript:x)' onclick=x>t</p>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<math><mtext><table><mglyph><style><img src=x onerror=x>",
  "<a href='java&#x0a;script:alert(1)'>x</a>",
  "<noscript><p title='</noscript><img src=x onerror=x>'>",
  "<<script>script>alert(1)<</script>/script>",
  "<p>&lt;script&gt;</p>",
  "<form action=javascript:x><button formaction=javascript:x>",
  "<style>@import 'x'</style><link rel=stylesheet href=x><base href=x><meta http-equiv=refresh>",
];

/** What a browser would take for a tag or an attribute in the output; escaped text has no "<". */
function expectSafe(html: string) {
  for (const [tag] of html.matchAll(/<[^>]*>/g)) {
    expect(tag).toMatch(
      /^<\/?(p|br|strong|b|em|i|u|s|ul|ol|li|a|h[2-4]|blockquote|code|pre|hr)( href="(https?:|mailto:)[^"<>]*")?( rel="noopener nofollow")?( \/)?>$/i,
    );
  }
  expect(html.replaceAll(/<[^>]*>/g, "")).not.toMatch(/</);
}

test.each(hostile)("no active content is left of %s", (html) => expectSafe(sanitizeRichText(html)));

test("no active content is left of any HTML", () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile),
    fc.constantFrom(
      "<",
      ">",
      '"',
      "'",
      "/",
      "=",
      "&lt;",
      "&#0;",
      "\0",
      "on",
      "javascript:",
      "<a href=",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const html = sanitizeRichText(pieces.join(""));
      expectSafe(html);
      expectSafe(sanitizeRichText(html));
    }),
    { numRuns: 3000 },
  );
});

test("plain text for lists has no markup", () => {
  expect(plainText("<p>One</p><p>two &amp; <b>three</b><br>four</p>")).toBe("One two & three four");
  expect(plainText("a < b")).toBe("a < b");
});
