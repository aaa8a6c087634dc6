"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  useActionState,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { Notice } from "@/components/ui/notice.tsx";
import { withBase } from "@/lib/base-path.ts";
import { readWithoutScript } from "@/lib/capture/actions.ts";
import { readTyped } from "@/lib/capture/typed.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { useDraft } from "../forms/drafts.ts";
import { whenIdle } from "../shell/idle.ts";
import type { Given } from "./ask-to-read.ts";
import { BoxForm } from "./box-form.tsx";
import { takeBroughtPage } from "./brought-page.ts";
import { knownSoFar, pressSave, type Way } from "./press-save.ts";
import type { PreviewProps } from "./preview.tsx";
import { useArrivals } from "./use-arrivals.ts";
import { useRead } from "./use-read.ts";

// Fetched while the page is idle: the first look needs the box alone.
const loadPreview = () => import("./preview.tsx");
const Preview = dynamic(loadPreview);
const loadFound = () => import("./found-list.tsx");
const FoundList = dynamic(loadFound);

type Props = Pick<PreviewProps, "sites" | "today" | "site" | "limits"> & {
  /** what the address of the page brought: it is read at once */
  brought: string;
  /** what the box begins with, to type on */
  begun: string;
  /** what is shown until something was read */
  children?: ReactNode;
};

/** Of a long text the box shows the beginning: half a megabyte in a field takes half a second. */
const maxShown = 5_000;

const tooLong = "The page was too large to be brought. Paste its address or the posting’s text.";

/** The one box that takes an address, a text, a page or a file, and what was read of it. */
export function AddBox({ brought, begun, children, ...rest }: Props) {
  const router = useRouter();
  const [state, dispatch] = useActionState(readWithoutScript, {});
  const { shown, reading, problem, read, again, stop, say, open, back, clear } = useRead(
    state.read,
  );
  // What was brought, or is to be typed on, comes before what was left here.
  const draft = useDraft(brought || begun ? undefined : "posting-add");
  const page = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const [said, setSaid] = useState("");
  const [queued, queue] = useState<Way>();

  const box = () => page.current?.querySelector<HTMLTextAreaElement>("textarea[name=typed]");
  /** what the box held when something was read last */
  const seen = useRef("");
  const isSeen = () => (box()?.value ?? "").trim() === seen.current.trim();
  const take = (given: Given) => {
    seen.current = box()?.value ?? "";
    queue(undefined);
    read(given);
  };
  const readBox = () => {
    const typed = box()?.value ?? "";
    // A file, a page that was brought, and the rest of a long text are not in the box.
    if (isSeen() && again()) return;
    if (typed.trim()) take(withFailedAddress(typed));
    else router.push(typeHref());
  };
  const typeHref = () =>
    pathWithQuery("/postings/new", { ...knownSoFar(page.current), site: rest.site?.id });
  /** The address that could not be read stays that of the text or page which comes in its place. */
  const withFailedAddress = (typed: string): Given => {
    const url = shown?.kind === "one" && shown.answer.note ? shown.answer.url : "";
    const read = readTyped(typed);
    if (!url || (read.kind === "text" && read.url)) return { typed };
    if (read.kind === "page") return { url, html: typed };
    return read.kind === "text" ? { typed: `${url}\n${typed}` } : { typed };
  };
  const readText = (text: string) => {
    const field = box();
    if (!field) return;
    field.value = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    take(withFailedAddress(text));
  };
  useArrivals({ text: readText, file: (file) => take({ file }), over: setOver });

  const arrive = useEffectEvent(() => {
    const known = takeBroughtPage();
    if (known === "too long") say(tooLong);
    else if (known) {
      draft.discard();
      take(known);
    } else if (brought) {
      // Read once: going back here does not read it again.
      window.history.replaceState(null, "", withBase("/add"));
      readText(brought);
    }
  });
  useEffect(() => {
    arrive();
    return whenIdle(() => void Promise.all([loadPreview(), loadFound()]).catch(() => {}));
  }, []);

  const start = () => {
    draft.clear();
    queue(undefined);
    clear();
    const field = box();
    if (field) field.value = "";
    field?.focus();
  };

  // Before the box and the form see it: from wherever the caret is.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    const way = event.shiftKey ? "applied" : "saved";
    // What is in the box by now counts, not what was read before.
    const isOther = shown !== undefined && !isSeen() && box()?.value.trim() !== "";
    if (reading) queue(way);
    else if (isOther || !pressSave(page.current, way)) {
      readBox();
      queue(way);
    }
  };

  // A whole posting is no company's name: with the caret in a line of the form it is read like in the box.
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!(event.target instanceof HTMLInputElement) || text.trim().split("\n").length < 3) return;
    event.preventDefault();
    readText(text);
  };

  const wrong =
    problem ||
    state.message ||
    Object.values(state.errors ?? {})
      .flat()
      .join(" ");
  return (
    <div
      ref={page}
      className="add-page"
      data-over={over || undefined}
      data-busy={reading !== undefined || undefined}
      onKeyDownCapture={onKey}
      onPasteCapture={onPaste}
    >
      <BoxForm
        key={draft.revision}
        action={dispatch}
        begun={draft.restored?.values.typed ?? state.values?.typed ?? (brought || begun)}
        isBegun={begun !== ""}
        isDraft={draft.restored !== undefined}
        reading={reading}
        said={shown?.kind === "one" ? `${said}. Nothing is saved yet.` : ""}
        isRead={shown !== undefined}
        isTyping={shown?.kind !== "several"}
        onRead={readBox}
        onText={readText}
        onFile={(file) => take({ file })}
        onStop={stop}
        onType={() => router.push(typeHref())}
        onInput={draft.note}
      />
      <div role="alert">{wrong && <Notice tone="warning">{wrong}</Notice>}</div>
      {!shown && !reading && children}
      {shown?.kind === "one" && (
        <Preview
          key={shown.key}
          formKey={shown.key}
          answer={shown.answer}
          press={reading ? undefined : queued}
          onPressed={() => queue(undefined)}
          onSaid={setSaid}
          onDone={draft.clear}
          onBack={shown.from && back}
          onSame={draft.clear}
          {...rest}
        />
      )}
      {shown?.kind === "several" && (
        <FoundList
          key={shown.key}
          lines={shown.lines}
          reading={reading}
          onOpen={open}
          onAdded={draft.clear}
          onStart={start}
        />
      )}
    </div>
  );
}
