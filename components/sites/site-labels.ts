import { siteKind } from "@/lib/sites/kind.ts";

/** What a site is called. */
export const siteName = ({ site_name }: { site_name: string }): string =>
  site_name || siteKind.label.unnamed;
