/** An error that the person at the console can fix: printed as its message alone, without a stack trace. */
export class CliError extends Error {}

/** @type {[RegExp, string][]} */
const causes = [
  [
    /ENOSPC|EDQUOT|SQLITE_FULL|no space left|disk is full/i,
    "The disk is full. Make room and run it again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT/,
    "The packages could not be downloaded. Check the connection and run it again.",
  ],
  [/EACCES|EPERM|EROFS/, "This folder cannot be written. Check who owns it and run it again."],
  [
    /EUSAGE|can only install packages when your package.json and package-lock.json/,
    "package.json and package-lock.json disagree. Run npm install, then run it again.",
  ],
];

/**
 * A one-line explanation of a failed command, recognised by its output; undefined for an unknown failure.
 * @param {string} output
 */
export function explainFailure(output) {
  return causes.find(([pattern]) => pattern.test(output))?.[1];
}
