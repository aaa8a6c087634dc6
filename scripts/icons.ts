// npm run icons: draws the app's icons, public/icons/*.png, from app/icon.svg.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { systemBrowser } from "./browser.ts";

const folder = join("public", "icons");
const svg = readFileSync(join("app", "icon.svg"), "utf8");
const field = /<rect[^>]*fill="([^"]+)"/.exec(svg)?.[1] ?? "";
// A phone cuts a maskable icon to its own shape: colour to the edges, the sign within the inner four fifths.
const icons = [
  { name: "192", size: 192, drawn: 1, background: "transparent" },
  { name: "512", size: 512, drawn: 1, background: "transparent" },
  { name: "maskable-512", size: 512, drawn: 0.8, background: field },
  { name: "apple-180", size: 180, drawn: 0.9, background: field },
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: (process.env.CHROMIUM_PATH ?? systemBrowser()) || undefined,
});
for (const { name, size, drawn, background } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { display: grid; height: 100vh; margin: 0; place-content: center; background: ${background} }
      svg { width: ${size * drawn}px; height: ${size * drawn}px }</style>${svg}`,
  );
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
