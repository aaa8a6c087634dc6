/** Where people meet by video: the last parts of the hosts of Zoom, Teams, Meet, Webex and their like. */
const meetingHosts = [
  "zoom.us",
  "zoomgov.com",
  "teams.microsoft.com",
  "teams.live.com",
  "teams.microsoft.us",
  "meet.google.com",
  "webex.com",
  "whereby.com",
  "meet.jit.si",
  "gotomeeting.com",
  "goto.com",
  "bluejeans.com",
  "chime.aws",
  "join.skype.com",
  "meet.lync.com",
  "around.co",
  "calendly.com/events",
];

/** Links that are looked at in one text. */
const maxLinks = 50;

/** The first link in the texts that leads to a video meeting; undefined without one. */
export function meetingLink(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = linksIn(text).find(isMeeting);
    if (found) return found;
  }
  return undefined;
}

/** The links in a text, without what a mail server wrapped around them. */
export function linksIn(text: string): string[] {
  const found: string[] = [];
  for (const [link] of text.matchAll(/https?:\/\/[^\s<>"'\\)\]}|]{1,2000}/gi)) {
    found.push(unwrapped(link.replace(/&amp;/g, "&").replace(/[.,;:!?]{1,5}$/, "")));
    if (found.length === maxLinks) break;
  }
  return found;
}

/** The address that a link of Outlook's Safe Links leads to. */
function unwrapped(link: string): string {
  const url = URL.parse(link);
  if (!url?.hostname.endsWith(".safelinks.protection.outlook.com")) return link;
  return url.searchParams.get("url") ?? link;
}

function isMeeting(link: string): boolean {
  const url = URL.parse(link);
  if (!url) return false;
  const place = `${url.hostname}${url.pathname}`;
  return meetingHosts.some((host) => {
    const [name = ""] = host.split("/");
    const isHost = url.hostname === name || url.hostname.endsWith(`.${name}`);
    return isHost && (host === name || place.includes(host)) && url.pathname.length > 1;
  });
}
