type Tag = keyof HTMLElementTagNameMap;

/** An element with its properties and what stands in it. */
export function element<Name extends Tag>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A button, as the form's first one or as any other. */
export const button = (text: string, onclick: () => void, isMain = false): HTMLButtonElement =>
  element("button", { type: "button", onclick, className: isMain ? "main" : "" }, text);

/** Shows one view in place of the last, and gives it the focus, so that it is read out. */
export function show(...children: (Node | string)[]): void {
  const view = document.querySelector("main");
  view?.replaceChildren(...children);
  view?.focus();
}

/** Shows what is to be known, and what can be done about it. */
export function showNotice(title: string, text: string, ...actions: Node[]): void {
  const row = actions.length > 0 ? [element("div", { className: "actions" }, ...actions)] : [];
  show(element("h1", {}, title), element("p", {}, text), ...row);
}
