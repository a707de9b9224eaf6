// A print as HTML. Text can become nothing but text: every sign with a meaning in markup is written as its number. Pictures
// stand in the page itself, so that it need ask for nothing.

import type { PrintNode } from './print-node.ts';

const voidTags: ReadonlySet<string> = new Set(['col']);

/** JPEGs in base 64 by the names that a document gives them. */
export type PrintPictures = ReadonlyMap<string, string>;

const noPictures: PrintPictures = new Map();

/** Elements as HTML. */
export const markupOf = (nodes: readonly (PrintNode | string)[], pictures: PrintPictures = noPictures): string =>
  nodes.map((one) => (typeof one === 'string' ? escaped(one) : elementOf(one, pictures))).join('');

function elementOf({ tag, look, across, children, picture }: PrintNode, pictures: PrintPictures): string {
  const jpeg = picture === undefined ? undefined : pictures.get(picture);
  if (jpeg !== undefined) return `<img alt="" src="data:image/jpeg;base64,${escaped(jpeg)}">`;
  const span = across > 1 ? ` colspan="${Math.trunc(across)}"` : '';
  const open = `<${tag}${look === '' ? '' : ` class="${escaped(look)}"`}${span}>`;
  return voidTags.has(tag) ? open : `${open}${markupOf(children, pictures)}</${tag}>`;
}

/** Text with every sign of markup as its number. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"'`=]/g, (sign) => `&#${sign.codePointAt(0) ?? 32};`);

/** The parts of a whole page for the print engine. */
export type PrintPage = {
  readonly title: string;
  readonly style: string;
  /** Allows this one style sheet. */
  readonly nonce: string;
  /** Markup made of elements. */
  readonly body: string;
};

/** A whole document. */
export const pageMarkup = ({ title, style, nonce, body }: PrintPage): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
  `<style nonce="${escaped(nonce)}">${style}</style></head><body>${body}</body></html>`;
