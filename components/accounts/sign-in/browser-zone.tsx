"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Tells the form which time zone the browser is in, so that days are right from the first one. */
export function BrowserZone() {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  return <input type="hidden" name="time_zone" value={zone} />;
}
