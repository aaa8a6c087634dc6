import { type Collected, collectPage } from "./collect.ts";

/** The longest address that browsers open: Firefox takes a million characters. */
const maxAddress = 1_000_000;
const lessRoom = 200_000;

/** Opens Foothold's add page with what the open page shows, in the fragment: no request carries it. */
export function openAddPage(origin: string): void {
  window.open(addressFor(origin), "_blank", "noopener");
}

function addressFor(origin: string): string {
  const whole = withPage(origin, collectPage(maxAddress));
  if (whole.length <= maxAddress) return whole;
  const less = withPage(origin, collectPage(lessRoom, false));
  if (less.length <= maxAddress) return less;
  return `${origin}/add?url=${encodeURIComponent(location.href)}`;
}

const withPage = (origin: string, page: Collected): string =>
  `${origin}/add#page=${encodeURIComponent(JSON.stringify(page))}`;
