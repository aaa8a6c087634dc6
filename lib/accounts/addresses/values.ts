export const linkGone =
  "This link was used already, is too old, or the account has another address by now.";
