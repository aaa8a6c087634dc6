const latestMs = 2_000;

/**
 * Runs something once the page is loaded and the browser idle, two seconds later at the latest: Chromium may call a page
 * that draws nothing idle never. Returns what calls it off. Safari has no
 * `requestIdleCallback`; there a moment later must do.
 */
export function whenIdle(run: () => void): () => void {
  let idle: number | undefined;
  const wait = () => {
    idle =
      window.requestIdleCallback?.(run, { timeout: latestMs }) ?? window.setTimeout(run, latestMs);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    window.removeEventListener("load", wait);
    if (idle === undefined) return;
    window.cancelIdleCallback?.(idle);
    clearTimeout(idle);
  };
}
