import { expect, test } from "vitest";
import { readTyped } from "./typed.ts";

test.each([
  ["", { kind: "nothing" }],
  [
    " https://larch.example/jobs/7 ",
    { kind: "addresses", addresses: ["https://larch.example/jobs/7"] },
  ],
  ["larch.example/jobs/7", { kind: "addresses", addresses: ["https://larch.example/jobs/7"] }],
  [
    "https://larch.example/1\n\nfern.example/2\r\nhttps://larch.example/1",
    { kind: "addresses", addresses: ["https://larch.example/1", "https://fern.example/2"] },
  ],
  [
    "Baker at Larch Foods: https://larch.example/7.",
    { kind: "addresses", addresses: ["https://larch.example/7"] },
  ],
  ["<p>Baker at Larch</p>", { kind: "page", html: "<p>Baker at Larch</p>" }],
  ["Larch Foods, Baker, nights", { kind: "name", company: "Larch Foods", title: "Baker, nights" }],
  ["Baker at Larch Foods", { kind: "name", company: "Larch Foods", title: "Baker" }],
  ["Larch Foods", { kind: "name", company: "Larch Foods", title: "" }],
  ["Node.js", { kind: "name", company: "Node.js", title: "" }],
  [
    "https://larch.example/7\nBaker\nWe bake bread at night.",
    { kind: "text", text: "Baker\nWe bake bread at night.", url: "https://larch.example/7" },
  ],
  ["Baker\n\nWe bake bread.", { kind: "text", text: "Baker\n\nWe bake bread." }],
  ["javascript:alert(1)", { kind: "name", company: "javascript:alert(1)", title: "" }],
])("%j is known for what it is", (typed, read) => {
  expect(readTyped(typed)).toEqual(read);
});
