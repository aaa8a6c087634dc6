import { expect, test } from "vitest";
import { releaseNotes } from "./release-notes.ts";

const changelog = `# Changelog

## [Unreleased]

## [1.2.0] - 2027-01-05

### Added

- A door.

## [1.1.0] - unreleased

- A window.
`;

test("the notes of a release are its section", () => {
  expect(releaseNotes(changelog, "1.2.0")).toBe("### Added\n\n- A door.");
});

test("a release without a section or a day has no notes", () => {
  expect(() => releaseNotes(changelog, "1.2")).toThrow("no section");
  expect(() => releaseNotes(changelog, "1.1.0")).toThrow("no day");
});
