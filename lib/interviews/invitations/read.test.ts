import { describe, expect, test } from "vitest";
import { formatMoment } from "../../dates.ts";
import { longestStretchMs } from "../../testing-cost.ts";
import { readInvitation } from "./read.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const calendar = (event: string, more = "METHOD:REQUEST\r\n") =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${more}BEGIN:VEVENT\r\nUID:1@fern.example\r\n${event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

const read = (text: string, zone = "Europe/Berlin") =>
  readInvitation("text/calendar", bytes(text), zone);

async function one(event: string, more?: string) {
  const [found] = await read(calendar(event, more));
  if (!found) throw new Error("there is no event");
  const zone = found.time_zone ?? "UTC";
  const end = found.ends_at && formatMoment(found.ends_at, zone);
  return { ...found, starts_at: formatMoment(found.starts_at, zone), ends_at: end };
}

const outlookZone = (tzid: string, [standard, summer]: [string, string]) => `METHOD:REQUEST\r
BEGIN:VTIMEZONE\r
TZID:${tzid}\r
BEGIN:STANDARD\r
DTSTART:16010101T030000\r
TZOFFSETFROM:${summer}\r
TZOFFSETTO:${standard}\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T020000\r
TZOFFSETFROM:${standard}\r
TZOFFSETTO:${summer}\r
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\r
END:DAYLIGHT\r
END:VTIMEZONE\r
`;

test("reads an invitation whole", async () => {
  const event = [
    "DTSTART;TZID=America/New_York:20261201T100000",
    "DTEND;TZID=America/New_York:20261201T104500",
    "SEQUENCE:2",
    "SUMMARY:Interview: Backend",
    " developer\\, round 2",
    "LOCATION:5 Main Street\\, Room 4",
    'ORGANIZER;CN="Weber, Jonas":MAILTO:Jonas@fern.example',
    "ATTENDEE;CN=jonas@fern.example;ROLE=CHAIR:mailto:jonas@fern.example",
    "ATTENDEE;CN=Elif Demir;ROLE=OPT-PARTICIPANT:mailto:elif@fern.example",
    "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@fern.example",
    "DESCRIPTION:Join: https://us02web.zoom.us/j/123?pwd=a.b\\nor see https://fern.example/jobs.",
    "BEGIN:VALARM",
    "TRIGGER:-PT10M",
    "DESCRIPTION:https://meet.google.com/not-this-one",
    "END:VALARM",
  ].join("\r\n");
  expect(await one(event)).toEqual({
    uid: "1@fern.example",
    method: "REQUEST",
    sequence: 2,
    cancelled: false,
    summary: "Interview: Backenddeveloper, round 2",
    starts_at: "2026-12-01T10:00:00-05:00",
    ends_at: "2026-12-01T10:45:00-05:00",
    time_zone: "America/New_York",
    place: "5 Main Street, Room 4",
    url: "https://us02web.zoom.us/j/123?pwd=a.b",
    people: [
      { name: "Weber, Jonas", email: "Jonas@fern.example", role: "organizer" },
      { name: "Elif Demir", email: "elif@fern.example", role: "optional" },
    ],
  });
});

describe("times", () => {
  test.each<[string, string, string | null, string]>([
    ["UTC", "DTSTART:20261201T100000Z\r\nDURATION:PT1H30M", "2026-12-01T11:30:00+00:00", "UTC"],
    ["the person's zone", "DTSTART:20261201T100000", null, "Europe/Berlin"],
    [
      "a vendor's prefix",
      "DTSTART;TZID=/example.org/20260101_1/Asia/Tokyo:20261201T100000",
      null,
      "Asia/Tokyo",
    ],
    ["Windows", "DTSTART;TZID=India Standard Time:20261201T100000", null, "Asia/Calcutta"],
    [
      "Outlook",
      'DTSTART;TZID="(UTC-05:00) Eastern Time (US & Canada)":20261201T100000',
      null,
      "America/New_York",
    ],
    [
      "a city",
      'DTSTART;TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta":20261201T100000',
      null,
      "Asia/Bangkok",
    ],
    ["an offset", "DTSTART;TZID=UTC+11:20261201T100000", null, "Etc/GMT-11"],
    ["an unknown zone", "DTSTART;TZID=Nowhere:20261201T100000", null, "Europe/Berlin"],
  ])("of %s", async (_, event, end, zone) => {
    const found = await one(event);
    expect(found.starts_at).toMatch(/^2026-12-01T10:00:00/);
    expect(found.ends_at).toBe(end);
    expect([zone, zone.replace("Calcutta", "Kolkata")]).toContain(found.time_zone);
  });

  test("follow a zone's own rules, which a name that fits them goes by", async () => {
    const zone = outlookZone("Customized Time Zone", ["+0100", "+0200"]);
    const at = (stamp: string) => one(`DTSTART;TZID=Customized Time Zone:${stamp}`, zone);
    expect(await at("20260328T100000")).toMatchObject({
      starts_at: "2026-03-28T10:00:00+01:00",
      time_zone: "Europe/Berlin",
    });
    expect((await at("20260330T100000")).starts_at).toBe("2026-03-30T10:00:00+02:00");
    const odd = outlookZone("Odd", ["+0117", "+0217"]);
    const [found] = await read(calendar("DTSTART;TZID=Odd:20260701T100000", odd));
    expect(found).toMatchObject({ starts_at: "2026-07-01T07:43:00.000000Z", time_zone: null });
  });

  test.each<[string, string]>([
    // The hour that the clock skips counts from before the change; one that comes twice is the first.
    ["20260329T023000", "2026-03-29T01:30:00.000000Z"],
    ["20261025T023000", "2026-10-25T00:30:00.000000Z"],
  ])("around a change of the clock: %s", async (stamp, stored) => {
    const [named] = await read(calendar(`DTSTART;TZID=Europe/Berlin:${stamp}`));
    const rules = outlookZone("Odd", ["+0117", "+0217"]);
    const [ruled] = await read(calendar(`DTSTART;TZID=Odd:${stamp}`, rules));
    const millis = (at = "") => Date.parse(`${at.slice(0, 19)}Z`);
    expect(named?.starts_at).toBe(stored);
    expect(millis(ruled?.starts_at) - millis(stored)).toBe(-17 * 60_000);
  });

  test("of whole days stay days", async () => {
    expect(await one("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261203")).toMatchObject({
      starts_at: "2026-12-01+01:00",
      ends_at: "2026-12-03+01:00",
    });
  });

  test("drop an end that lies before the start", async () => {
    expect((await one("DTSTART:20261201T100000Z\r\nDTEND:20261201T090000Z")).ends_at).toBeNull();
    expect((await one("DTSTART:20261201T100000Z\r\nDURATION:-PT1H")).ends_at).toBeNull();
  });
});

test.each<[string, string]>([
  [
    "X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1",
    "https://teams.microsoft.com/l/meetup-join/1",
  ],
  [
    "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
    "https://meet.google.com/abc-defg-hij",
  ],
  ["LOCATION:https://fern.webex.com/meet/jonas", "https://fern.webex.com/meet/jonas"],
  [
    'DESCRIPTION:<a href="https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F9&data=1">x</a>',
    "https://zoom.us/j/9",
  ],
  ["DESCRIPTION:See https://calendar.google.com/event?x=1", ""],
  ["URL:https://fern.example/jobs/1", "https://fern.example/jobs/1"],
  ["DESCRIPTION:https://zoom.us.evil.example/j/1", ""],
])("finds the link of %s", async (line, url) => {
  expect((await one(`DTSTART:20261201T100000Z\r\n${line}`)).url).toBe(url);
});

describe("a message", () => {
  const ics = calendar("DTSTART:20261201T100000Z\r\nSUMMARY:Gespräch");
  const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  const message = (part: string) =>
    `From: a@fern.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed;\r\n boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>\r\n--b1\r\n${part}\r\n--b1--\r\n`;
  const base64 = btoa(String.fromCharCode(...bytes(ics))).replace(/(.{76})/g, "$1\r\n");

  test.each<[string, Uint8Array]>([
    [
      "base64",
      bytes(
        message(
          `Content-Type: application/ics; name="invite.ics"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`,
        ),
      ),
    ],
    [
      "quoted-printable",
      bytes(
        message(
          `Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${ics.replace("ä", "=C3=A4")}`,
        ),
      ),
    ],
    [
      "another charset",
      latin1(
        message(`Content-Type: text/calendar; charset=iso-8859-1; method=REQUEST\r\n\r\n${ics}`),
      ),
    ],
    [
      "a forwarded message",
      bytes(
        message(
          `Content-Type: message/rfc822\r\n\r\n${message(`Content-Type: text/calendar; method=REQUEST; charset=utf-8\r\n\r\n${ics}`).replaceAll("b1", "b2")}`,
        ),
      ),
    ],
    [
      "the whole body",
      bytes(`From: a@fern.example\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\n${ics}`),
    ],
  ])("gives the event of %s", async (_, sent) => {
    const found = await readInvitation("message/rfc822", sent, "Europe/Berlin");
    expect(found.map(({ summary }) => summary)).toEqual(["Gespräch"]);
  });

  test("that is large or hostile never holds the event loop", async () => {
    const line = "QUJD".repeat(19);
    const hostile = [
      message(`Content-Type: application/pdf\r\n\r\n${`${line}\r\n`.repeat(60_000)}`),
      message("--b1\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n".repeat(60_000)),
      message(`Content-Type: text/calendar\r\n\r\n${`${line}\r\n`.repeat(3_000)}`),
      `${"X-Padding: x\r\n".repeat(300_000)}\r\nx`,
    ].map(bytes);
    for (const sent of hostile) {
      const reading = () => readInvitation("message/rfc822", sent, "UTC").catch(() => {});
      expect(await longestStretchMs(reading, 50)).toBeLessThan(50);
    }
  });

  test("without an invitation says so", async () => {
    const sent = bytes("From: a@fern.example\r\n\r\nWhen could you talk?");
    await expect(readInvitation("message/rfc822", sent, "UTC")).rejects.toThrow("no invitation");
  });
});

describe("a hostile calendar", () => {
  const size = 5_000_000;
  const filled = (line: string) => line.repeat(Math.ceil(size / line.length)).slice(0, size);
  const event = "BEGIN:VEVENT\r\nDTSTART:20261201T100000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n";
  const started = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;TZID=Z:20261201T100000\r\n";
  const secondly =
    "BEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

  test.each<[string, string, "read" | RegExp]>([
    ["an endless repetition", `BEGIN:VCALENDAR\r\n${event}END:VCALENDAR`, "read"],
    ["a zone that changes every second", `${started}END:VEVENT\r\n${secondly}`, "read"],
    ["thousands of events", `BEGIN:VCALENDAR\r\n${filled(event)}`, /more than 500 events/],
    ["thousands of zones", `${started}END:VEVENT\r\n${filled(secondly)}`, /more than 500/],
    [
      "components in components",
      `BEGIN:VCALENDAR\r\n${filled("BEGIN:VEVENT\r\n")}`,
      /nested too deeply/,
    ],
    ["one endless line", `${started}DESCRIPTION:${filled("https://")}`, "read"],
    [
      "a line that is folded without end",
      `${started}DESCRIPTION:x\r\n${filled(" https://zoom.us\r\n")}`,
      "read",
    ],
    ["thousands of guests", `${started}${filled("ATTENDEE:mailto:a@b.example\r\n")}`, "read"],
    ["parameters without end", `${started}ATTENDEE${filled(";CN=a")}:mailto:x@y.example`, "read"],
    ["no calendar", filled("hello\r\n"), /no calendar/],
    ["nothing", "", /no calendar/],
    ["no start", calendar("SUMMARY:x"), /no start/],
    ["no such day", calendar("DTSTART:20260230T100000Z"), /no start/],
  ])("of %s never holds the event loop", async (_, text, result) => {
    const sent = bytes(text);
    const reading = () => readInvitation("text/calendar", sent, "Europe/Berlin");
    if (result === "read") expect(await reading()).toHaveLength(1);
    else await expect(reading()).rejects.toThrow(result);
    expect(await longestStretchMs(() => reading().catch(() => {}), 50)).toBeLessThan(50);
  });
});
