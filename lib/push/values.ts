/** Limits of what a device says of itself; the endpoints of push services have some hundred characters. */
export const pushLimits = { perPerson: 20, name: 64, endpoint: 1_024 } as const;

/** What a device shows; `path` is the page that opens, `tag` tells that two are the same. */
export type Notification = {
  title: string;
  body: string;
  path: string;
  tag: string;
  /** Unix milliseconds after which it says nothing any more */
  until: number;
};

/** A message of 4,096 bytes is the most that push services take (RFC 8030), encrypted. */
export const notificationLimits = { title: 120, body: 600 } as const;
