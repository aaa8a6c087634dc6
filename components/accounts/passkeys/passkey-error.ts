/** The message for an error of the browser or the authenticator; rethrows any other error. */
export function passkeyErrorText(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? error.code : "";
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "This device has a passkey for your account already.";
  if (error.name === "NotAllowedError" || error.name === "AbortError")
    return "No passkey was used. Try again, and follow what your browser asks.";
  if (error.name === "NotSupportedError" || String(code).startsWith("ERROR_AUTHENTICATOR"))
    return "This device cannot make such a passkey. Try another one.";
  throw error;
}
