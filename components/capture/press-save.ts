/** How a posting is saved: for later, or as applied to today. */
export type Way = "saved" | "applied";

/** Presses the button that saves what is shown on the page. Returns whether there is one. */
export function pressSave(page: Element | null, way: Way): boolean {
  const buttons = [`[data-save=${way}]`, "[data-save=saved]"];
  const found = buttons.flatMap((each) => page?.querySelector<HTMLElement>(each) ?? []);
  found[0]?.click();
  return found.length > 0;
}

const names = {
  company: "company_name",
  title: "posting_title",
  url: "posting_url_full",
} as const;

/** What is known of the posting so far, for the form that is typed by hand. */
export function knownSoFar(page: Element | null): Record<keyof typeof names, string | undefined> {
  const inputOf = (name: string) =>
    page?.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value.slice(0, 2048);
  const typed =
    page?.querySelector<HTMLTextAreaElement>("textarea[name=typed]")?.value.trim() ?? "";
  const isAddress = /^https?:\/\/\S{1,2000}$/i.test(typed);
  return {
    company: inputOf(names.company),
    title: inputOf(names.title),
    url: inputOf(names.url) || (isAddress ? typed : undefined),
  };
}
