import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Icon } from "./icon.tsx";
import * as icons from "./icons.ts";

test.each(Object.entries(icons))("%s is drawn as one path", (name, icon) => {
  expect(
    icon?.node,
    `lucide-react no longer exports the shape of ${name} as __iconData: see components/ui/icons.ts`,
  ).toBeInstanceOf(Array);
  expect(renderToStaticMarkup(createElement(Icon, { of: icon }))).toMatch(/<path d="M/);
});
