export const linkExpiredMessage =
  "This link was used already, is too old, or the account has another address by now.";
