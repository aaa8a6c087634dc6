import { useEffect, useEffectEvent } from "react";

type Take = {
  text: (text: string) => void;
  file: (file: File) => void;
  over: (isOver: boolean) => void;
};

const inField = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable]") !== null;

/** Takes what is dropped anywhere on the page, and what is pasted outside of a field. */
export function useArrivals(take: Take): void {
  const taken = useEffectEvent((data: DataTransfer | null): boolean => {
    const file = data?.files[0];
    const text = data?.getData("text/uri-list") || data?.getData("text/plain") || "";
    if (file) take.file(file);
    else if (text.trim()) take.text(text);
    return Boolean(file || text.trim());
  });
  const over = useEffectEvent(take.over);
  useEffect(() => {
    const dragOver = (event: DragEvent) => {
      if (inField(event.target) && !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      over(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && over(false);
    const drop = (event: DragEvent) => {
      over(false);
      if (inField(event.target) && !event.dataTransfer?.types.includes("Files")) return;
      if (taken(event.dataTransfer)) event.preventDefault();
    };
    const paste = (event: ClipboardEvent) => {
      const hasFile = (event.clipboardData?.files.length ?? 0) > 0;
      if (event.defaultPrevented || (inField(event.target) && !hasFile)) return;
      if (taken(event.clipboardData)) event.preventDefault();
    };
    const listeners = { dragover: dragOver, dragleave: leave, drop, paste } as const;
    const each = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of each) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of each) window.removeEventListener(name, listener);
    };
  }, []);
}
