// Runs in the browser before React. Chrome's translator puts <font><font>its words</font></font> in the place of each
// text node; React then removes or rewrites nodes that are no longer on the page: the first throws and takes the page
// down, the second is not seen. So the stand-in of a text is removed with it, and gives way when it changes.

/** What stands in the place of a text that was taken off the page. */
const standIns = new WeakMap<Node, Element>();
const taken = new WeakSet<Element>();
const isText = (node: Node | null): node is Text => node?.nodeType === Node.TEXT_NODE;
const isFree = (node: Node | null): node is Element =>
  node?.nodeName === "FONT" && !taken.has(node as Element);

// A text that is off the page is still told of its changes.
const texts = new MutationObserver((records) => {
  for (const { target } of records) {
    const standIn = standIns.get(target);
    if (!standIn || target.isConnected) continue;
    standIns.delete(target);
    standIn.replaceWith(target);
  }
});

new MutationObserver((records) => {
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    const fonts = [...addedNodes, previousSibling, nextSibling];
    for (const text of removedNodes) {
      const standIn = isText(text) && !text.isConnected && fonts.find(isFree);
      if (!standIn) continue;
      standIns.set(text, standIn);
      taken.add(standIn);
      texts.observe(text, { characterData: true });
    }
    for (const text of addedNodes) if (isText(text)) giveWay(text);
  }
}).observe(document.documentElement, { childList: true, subtree: true });

/** Removes the stand-in of a text that is on the page again. */
function giveWay(text: Node): void {
  standIns.get(text)?.remove();
  standIns.delete(text);
}

/** The child of `parent` that holds or replaces a text which is no child of it any more. */
function childFor(text: Node, parent: Node): Node | null {
  let node = standIns.get(text) ?? text;
  while (node.parentNode && node.parentNode !== parent) node = node.parentNode;
  return node.parentNode && node;
}

const { removeChild, insertBefore } = Node.prototype;

Node.prototype.removeChild = function <Child extends Node>(this: Node, child: Child): Child {
  if (!isText(child) || child.parentNode === this) return removeChild.call(this, child) as Child;
  const instead = childFor(child, this);
  if (instead) removeChild.call(this, instead);
  standIns.delete(child);
  return child;
};

Node.prototype.insertBefore = function <Child extends Node>(
  this: Node,
  child: Child,
  before: Node | null,
): Child {
  const moved = isText(before) && before.parentNode !== this;
  const place = moved ? childFor(before, this) : before;
  return insertBefore.call(this, child, place) as Child;
};
