import type { MetadataRoute } from "next";
import { withBase } from "@/lib/base-path.ts";

/** Makes Foothold installable, on a phone's home screen or as an app of its own. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = (size: number, purpose?: "maskable") => ({
    src: withBase(`/icons/${purpose ? `${purpose}-` : ""}${size}.png`),
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  return {
    id: withBase("/"),
    name: "Foothold",
    short_name: "Foothold",
    description: "A calm place to keep your job hunt.",
    start_url: withBase("/dashboard"),
    scope: withBase("/"),
    display: "standalone",
    background_color: "#fbf9f5",
    theme_color: "#f6f3ed",
    icons: [icon(192), icon(512), icon(512, "maskable")],
    shortcuts: [
      { name: "Add a posting", url: withBase("/add") },
      { name: "Find", url: withBase("/search") },
    ],
    // What a phone's share sheet sends; Android puts the address into the text.
    share_target: {
      action: withBase("/add"),
      method: "get",
      enctype: "application/x-www-form-urlencoded",
      params: { title: "title", text: "text", url: "url" },
    },
  };
}
