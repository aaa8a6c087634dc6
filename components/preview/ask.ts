const asked = "foothold:preview";

/** Asks for the preview of a row, by the address that its link has. */
export const askForPreview = (href: string) =>
  window.dispatchEvent(new CustomEvent(asked, { detail: href }));

/** Listens to what is asked for, until the signal ends it. */
export function onPreviewAsked(show: (href: string) => void, signal: AbortSignal): void {
  window.addEventListener(asked, (event) => show(String((event as CustomEvent).detail)), {
    signal,
  });
}
