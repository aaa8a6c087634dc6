/** The answer to a reset request, the same whether or not there is such a person. */
export const resetRequestedMessage =
  "If that is the name or the address of an account here, a mail with a link is on its way to it. The link is good for an hour.";

export const linkExpiredMessage = "This link was used already or is too old. Ask for a new one.";
