import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitizeRichText } from "./rich-text.ts";
import { plainText } from "./rich-text-words.ts";
import { expectLinear } from "./testing-cost.ts";

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
      /^<\/?(p|br|strong|b|em|i|u|s|ul|ol|li|a|h[2-4]|blockquote|code|pre|hr)( href="(https?:|mailto:)[^"<>]*")?( rel="noopener nofollow")?( start="\d{1,4}")?( \/)?>$/i,
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

test.each([
  "List<String>, Map<K,V>, Vec<T>, Box<P>, Promise<Data> and Class<? extends Foo>",
  "Mail <tove@tern.example> or <https://tern.example/jobs>",
  "if (a <b && c> d) then x <- 5",
  "Knows <b>, <table> and <textarea>",
  "AT&amp;T wants &lt;b&gt; &nbsp; as typed",
  "Dear <first-name>, see <Label Maker>",
])("plain text is shown and found as typed: %s", (typed) => {
  const html = sanitizeRichText(typed);
  const escaped = typed.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(html).toBe(`<p>${escaped}</p>`);
  expect(plainText(typed)).toBe(typed);
  expect(plainText(html)).toBe(typed.replaceAll(/ +/g, " "));
});

test("what only looks like a tag is text in HTML too, and takes nothing along", () => {
  const typed = "<p>Set<String>, List<Object>, <tove@tern.example>, <textarea></p><P>Rest</P>";
  const html =
    "<p>Set&lt;String&gt;, List&lt;Object&gt;, &lt;tove@tern.example&gt;, &lt;textarea&gt;</p><p>Rest</p>";
  expect(sanitizeRichText(typed)).toBe(html);
  expect(plainText(typed)).toBe("Set<String>, List<Object>, <tove@tern.example>, <textarea> Rest");
});

test.each([
  [
    "<table><tr><td>Shift</td><td>Night</td></tr><tr><th>Hours</th><td>38</td></tr></table>",
    "<p>Shift Night</p><p>Hours 38</p>",
  ],
  ["<div>One<div>Two</div>three</div>", "<p>One</p><p>Two</p><p>three</p>"],
  ["<b>a<div>b</div></b>c", "<p><b>a</b></p><p><b>b</b></p><p>c</p>"],
  ["<dl><dt>Pay</dt><dd>By the hour</dd></dl>", "<p>Pay</p><p>By the hour</p>"],
  ["<ul><li><div>One</div><div>Two</div></li></ul>", "<ul><li>One<br />Two</li></ul>"],
  ["<h2><div>Head</div></h2><section>Body</section>", "<h2>Head</h2><p>Body</p>"],
])("words of neighbouring blocks and cells stay apart: %s", (html, shown) => {
  expect(sanitizeRichText(html)).toBe(shown);
  const words = shown.replaceAll(/<\/?b>/g, "").replaceAll(/<[^>]*>/g, " ");
  expect(plainText(html)).toBe(words.replaceAll(/\s+/g, " ").trim());
});

/** A paragraph of a list as Word writes it. */
const fromWord = (level: number, list: number, marker: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:.5in;mso-list:l${list} level${level} lfo${list + 1}'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;

test("lists of Word and Outlook become lists", () => {
  expect(
    sanitizeRichText(
      `<p class=MsoNormal>Tasks</p>${fromWord(1, 0, "1.", "Steer")}${fromWord(2, 0, "a)", "by day")}` +
        `${fromWord(2, 0, "b)", "by <b>night</b>")}${fromWord(1, 0, "2.", "Moor")}<p>Then</p>` +
        `${fromWord(1, 1, "\u00b7", "Rest")}${fromWord(1, 0, "3.", "Steer again")}`,
    ),
  ).toBe(
    "<p>Tasks</p><ol><li>Steer<ol><li>by day</li><li>by <b>night</b></li></ol></li><li>Moor</li></ol>" +
      '<p>Then</p><ul><li>Rest</li></ul><ol start="3"><li>Steer again</li></ol>',
  );
  const bare = ["Bow", "Stern"].map(
    (text) => `<p class="MsoListParagraph">\u00b7&nbsp;&nbsp; ${text}</p>`,
  );
  expect(sanitizeRichText(bare.join(""))).toBe("<ul><li>Bow</li><li>Stern</li></ul>");
  expect(plainText(bare.join(""))).toBe("Bow Stern");
});

test("what Google Docs copies is bold only where it was", () => {
  const copied =
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span>One</span></p><ul><li aria-level="1"><p>Two</p></li></ul></b>';
  expect(sanitizeRichText(copied)).toBe("<p>One</p><ul><li><p>Two</p></li></ul>");
});

test("the words of what was made safe stay, however often it is made safe", () => {
  const piece = fc.constantFrom(
    ..."<p> </p> <div> </div> <b> </b> <td> <li> <ul> </ul> <br> &lt;b&gt; &amp; word < > List<T>".split(
      " ",
    ),
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const html = sanitizeRichText(pieces.join(""));
      expect(plainText(sanitizeRichText(html))).toBe(plainText(html));
    }),
    { numRuns: 1500 },
  );
});

const endless: Record<string, (length: number) => string> = {
  ...Object.fromEntries(
    [
      "<a '\"",
      "<!--",
      "<b><div>",
      "<script>",
      "<p class=MsoListParagraph>&nbsp;",
      "<b>",
      "<ul><li>",
      "<p><b>",
      "</i>",
      "<table><tr><td>",
      "&amp;",
    ].map((part) => [part, (length) => `<p></p>${part.repeat(length / part.length)}`]),
  ),
  "bare values with slashes": (length) =>
    `<a @="${':="/@=@/@/@="\\t'.repeat(length / 14)}:=\0>a</a>`,
  "nested and closed": (length) => "<b>".repeat(length / 7) + "</b>".repeat(length / 7),
  "ends of nothing": (length) => "<b><i>".repeat(100) + "</p>".repeat(length / 4),
  attributes: (length) => `<a ${"x=1 ".repeat(length / 4)}>a</a>`,
  "a link around all": (length) =>
    `<a href="https://example.org/${"x".repeat(length / 2)}">${"<p>x".repeat(length / 8)}`,
};

test.each(Object.keys(endless))("markup without end costs no more than its length: %s", (name) => {
  const text = endless[name] as (length: number) => string;
  expectSafe(sanitizeRichText(text(8_192)));
  for (const read of [sanitizeRichText, plainText]) {
    expectLinear((length) => {
      const html = text(length);
      return () => read(html);
    });
  }
});

test("markup has an end, and its words do not", () => {
  const nested = sanitizeRichText(`<p></p>${"<b><i>".repeat(50_000)}word`);
  expect(nested).toContain("word");
  expect(nested.length).toBeLessThan(10_000);
  const tags = sanitizeRichText("<p>word</p>".repeat(100_000));
  expect(tags.match(/<p>/g)?.length).toBeLessThan(20_000);
  expect(tags.match(/word/g)).toHaveLength(100_000);
  const linked = `<a href="https://example.org/${"x".repeat(50_000)}">${"<p>x</p>".repeat(9_000)}</a>`;
  expect(sanitizeRichText(linked).length).toBeLessThan(2_000_000);
});

test("plain text for lists has no markup", () => {
  expect(plainText("<p>One</p><p>two &amp; <b>three</b><br>four</p>")).toBe("One two & three four");
  expect(plainText("a < b")).toBe("a < b");
});
