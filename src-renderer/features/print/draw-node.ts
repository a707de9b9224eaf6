// Draws elements of a print into a page, behind a wall that no other style of the window gets through.
import type { PrintNode } from '../../../src-shared/domain/print/print-node.ts';
import { printStyle } from '../../../src-shared/domain/print/print-style.ts';

/** Addresses of pictures in this window, by the names that a document gives them. */
export type PictureUrls = ReadonlyMap<string, string>;

const noUrls: PictureUrls = new Map();

/** Text becomes text nodes; there is no way from it to markup. */
export function drawNode({ tag, look, across, children, picture }: PrintNode, urls: PictureUrls = noUrls): HTMLElement {
  const url = picture === undefined ? undefined : urls.get(picture);
  if (url !== undefined) return imageOf(url);
  const element = document.createElement(tag);
  if (look !== '') element.className = look;
  if (across > 1) element.setAttribute('colspan', String(across));
  element.append(...children.map((child) => (typeof child === 'string' ? child : drawNode(child, urls))));
  return element;
}

function imageOf(url: string): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = '';
  image.src = url;
  return image;
}

/** The place inside an element where only the style of paper holds. */
export function paperIn(host: HTMLElement): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  if (root.adoptedStyleSheets.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host{all:initial;display:block}${printStyle}`);
    root.adoptedStyleSheets = [sheet];
  }
  return root;
}
