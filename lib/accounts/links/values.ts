/** For how many hours a link is good. */
export const linkLifetimeHours = {
  /** to a new password, asked for by mail */
  reset: 1,
  /** to a new password, made by an admin, who still has to hand it over */
  reset_by_admin: 24,
  invitation: 7 * 24,
  address: 7 * 24,
} as const;

/** A link's key as it may stand in an address; what has another form opens nothing. */
export const linkKey = /^[\w-]{43}$/;
