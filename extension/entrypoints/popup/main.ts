import type { Collected } from "../../collect.ts";
import { capture, Refused } from "../../popup/api.ts";
import { button, element, show, showNotice } from "../../popup/elements.ts";
import { forgetPairing, type Pairing, storedPairing, storePairing } from "../../popup/pairing.ts";
import { knownMark, knownWords, type Posting, previewFields } from "../../popup/preview.ts";
import {
  collectFrom,
  mark,
  type OpenTab,
  offersPairing,
  openAddress,
  openTab,
  tokenOf,
  Unreadable,
} from "../../popup/tab.ts";

/** The documented status of an application that waits. */
const appliedStatus = "4 - No Response";

async function start(): Promise<void> {
  try {
    const tab = await openTab();
    const pairing = storedPairing();
    showFooter(pairing);
    if (await offersPairing(tab)) return offer(tab, pairing);
    if (!pairing) return showUnpaired();
    if (`${tab.url?.href}/`.startsWith(`${pairing.origin}/`)) return showHome(pairing);
    await preview(tab, pairing);
  } catch (error) {
    explain(error);
  }
}

function explain(error: unknown): void {
  if (error instanceof Unreadable) {
    showNotice(
      "This page can’t be read",
      "Browsers keep their own pages, extension stores and some files to themselves. Open the page of a posting and press the icon there.",
    );
  } else if (error instanceof Refused) {
    showRefused();
  } else {
    const again = button("Try again", () => location.reload(), true);
    showNotice("That didn’t work", error instanceof Error ? error.message : "", again);
  }
}

function showRefused(): void {
  const origin = storedPairing()?.origin ?? "";
  forgetPairing();
  showFooter(null);
  showNotice(
    "This browser is no longer connected",
    `Its token was revoked at ${origin}, or has ended. Connect it again in Foothold’s settings.`,
    button("Open settings", () => openAddress(`${origin}/settings/browser`), true),
  );
}

function showUnpaired(): void {
  const address = element("input", {
    id: "address",
    type: "url",
    required: true,
    placeholder: "https://foothold.example",
  });
  const form = element(
    "form",
    {},
    element("label", { htmlFor: "address" }, "Your Foothold’s address"),
    address,
    element("button", { className: "main" }, "Open its settings"),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    const url = URL.parse(address.value);
    if (url?.protocol.startsWith("http"))
      openAddress(`${url.origin}${url.pathname.replace(/\/$/, "")}/settings/browser`);
  };
  show(
    element("h1", {}, "Connect this browser"),
    element("p", {}, "Open Settings → Browser in your Foothold, and press this icon there."),
    form,
  );
}

function showHome({ origin }: Pairing): void {
  showNotice(
    "Connected to Foothold",
    `This is ${origin}. Open the page of a posting and press the icon there.`,
  );
}

function offer(tab: OpenTab, pairing: Pairing | null): void {
  const { origin: host = "", pathname = "" } = tab.url ?? {};
  // A Foothold may live below a path.
  const origin = host + pathname.replace(/\/settings\/browser\/?$/, "");
  const isSame = pairing?.origin === origin;
  const before = pairing && !isSame ? ` It takes the place of ${pairing.origin}.` : "";
  const connect = async () => {
    show(element("p", {}, "Connecting…"));
    try {
      const paired = { origin, token: await tokenOf(tab) };
      storePairing(paired);
      showFooter(paired);
      showNotice("Connected", `What you save from now on goes to ${origin}.`);
    } catch (error) {
      explain(error);
    }
  };
  showNotice(
    isSame ? `Connected to ${origin}` : `Connect to Foothold at ${origin}?`,
    isSame
      ? "Open the page of a posting and press the icon there."
      : `Pages that you press the icon on will be sent there, and nowhere else.${before}`,
    button(isSame ? "Connect again" : "Connect", () => void connect(), !isSame),
  );
}

async function preview(tab: OpenTab, pairing: Pairing): Promise<void> {
  const page = await collectFrom(tab);
  const { postings, is_list, note } = await capture(pairing, page);
  const [first] = postings;
  if (!first) {
    return showNotice(
      "No posting was found here",
      note ?? "Open the page of one posting and press the icon there, or type it in Foothold.",
      button("Type it in Foothold", () => openAddress(`${pairing.origin}/postings/new`), true),
    );
  }
  if (is_list || postings.length > 1) return choose(tab, pairing, page, postings);
  await showPosting(tab, pairing, page, first, note);
}

function choose(tab: OpenTab, pairing: Pairing, page: Collected, postings: Posting[]): void {
  const items = postings.map((posting, index) => {
    const open = () => void showPosting(tab, pairing, page, posting, null, index);
    const words = [posting.posting_title, posting.company_name].filter(Boolean).join(", ");
    return element("li", {}, button(words || `Posting ${index + 1}`, open));
  });
  show(
    element("h1", {}, "Which posting?"),
    element("p", {}, "This page lists several. Choose one, or open its own page for more of it."),
    element("ul", { className: "list" }, ...items),
  );
}

async function showPosting(
  tab: OpenTab,
  pairing: Pairing,
  page: Collected,
  posting: Posting,
  note: string | null,
  index?: number,
): Promise<void> {
  const { rows, corrections } = previewFields(posting);
  const known = knownWords(posting);
  const notes = [known, note].filter((text) => text !== null);
  const problem = element("p", { className: "problem", role: "alert" });
  const send = async (status?: string) => {
    for (const one of form.querySelectorAll("button")) one.disabled = true;
    const typed = { ...corrections(), ...(status ? { posting_status: status } : {}) };
    try {
      const { saved } = await capture(pairing, page, { index, corrections: typed });
      await mark(tab, "✓", status ? "Applied" : "Saved");
      const open = () => openAddress(new URL(saved?.url ?? "", `${pairing.origin}/postings`).href);
      showNotice(
        status ? "Saved as applied" : "Saved",
        "It is in Foothold now.",
        button("Open in Foothold", open, true),
      );
    } catch (error) {
      if (error instanceof Refused) return explain(error);
      problem.textContent = error instanceof Error ? error.message : "It wasn’t saved. Try again.";
      for (const one of form.querySelectorAll("button")) one.disabled = false;
    }
  };
  const form = element(
    "form",
    {},
    ...rows,
    problem,
    element(
      "div",
      { className: "actions" },
      element("button", { className: "main" }, "Save"),
      button("Save as applied", () => void send(appliedStatus)),
    ),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    void send();
  };
  const said = notes.map((text) => element("p", { className: "notice" }, text));
  show(element("h1", {}, "Save this posting"), ...said, form);
  if (known) await mark(tab, knownMark(posting), known);
}

function showFooter(pairing: Pairing | null): void {
  const footer = document.querySelector("footer");
  if (!pairing) {
    footer?.replaceChildren();
    return;
  }
  const { origin } = pairing;
  const disconnect = () => {
    forgetPairing();
    showFooter(null);
    showNotice(
      "Disconnected",
      "This browser has forgotten its token. Revoke it in Foothold too, so that it ends there.",
      button("Open tokens", () => openAddress(`${origin}/settings/tokens`), true),
    );
  };
  const end = button("Disconnect", disconnect);
  end.className = "plain";
  footer?.replaceChildren(URL.parse(origin)?.host ?? origin, end);
}

void start();
