/** The page that the service worker shows without a network. It needs no other file, and holds nobody's data. */
export function GET(): Response {
  return new Response(page, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" },
  });
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No connection · Foothold</title>
<style>
  :root { color-scheme: light dark; }
  body {
    display: grid;
    min-height: 100dvh;
    margin: 0;
    place-content: center;
    padding: 24px;
    color: light-dark(#262019, #ece7df);
    background: light-dark(#fbf9f5, #100e0b);
    font: 400 16px/24px Inter, system-ui, sans-serif;
  }
  main { max-width: 32rem; }
  h1 { margin: 0 0 8px; font: 500 30px/36px Newsreader, Georgia, serif; }
  p { margin: 0 0 20px; }
  a {
    display: inline-block;
    padding: 8px 16px;
    border-radius: 8px;
    color: #fff;
    background: #00605f;
    font-weight: 550;
    text-decoration: none;
  }
</style>
<main>
  <h1>No connection</h1>
  <p>Foothold can’t be reached right now. Nothing of yours is kept on this device, so pages need the network.</p>
  <a href="">Try again</a>
</main>
</html>
`;
