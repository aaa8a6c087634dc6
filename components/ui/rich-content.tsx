import type { SafeHtml } from "@/lib/rich-text.ts";

/** Shows sanitized markup; the only place that sets HTML. */
export function RichContent({ html, className = "" }: { html: SafeHtml; className?: string }) {
  return <div className={`rich-content ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
