type Zone = { value: string; label: string };

let zones: Zone[] | undefined;

/** Every time zone of this machine as an option: the IANA name, and the same in words. */
export function timeZones(): Zone[] {
  zones ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((name) => name !== "UTC")].map(
    (value) => ({ value, label: value.replaceAll("_", " ").replaceAll("/", " / ") }),
  );
  return zones;
}
