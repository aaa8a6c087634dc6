import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { LinkFollower } from "@/components/ui/link-follower.tsx";
import { withBase } from "@/lib/base-path.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Foothold", template: "%s · Foothold" },
  description: "A calm place to keep your job hunt.",
  appleWebApp: { title: "Foothold" },
  icons: { apple: withBase("/icons/apple-180.png") },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f3ed" },
    { media: "(prefers-color-scheme: dark)", color: "#100e0b" },
  ],
};

const latinFonts = [
  new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url),
  new URL("@fontsource/newsreader/files/newsreader-latin-500-normal.woff2", import.meta.url),
];

const themes = ["light", "dark"];

/** The page around every page. The colour mode comes from a cookie, so it is right at the first paint. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // Else the browser fetches them only once it has read the stylesheet that names them.
  for (const { pathname } of latinFonts) {
    preload(pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  const mode = (await cookies()).get("color_mode")?.value ?? "";
  return (
    <html lang="en" data-theme={themes.includes(mode) ? mode : "system"}>
      <body>
        {children}
        <LinkFollower />
      </body>
    </html>
  );
}
