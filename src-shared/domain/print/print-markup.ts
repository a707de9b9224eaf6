// A print as HTML. Text can become nothing but text: every sign with a meaning in markup is written as its number.

import type { PrintNode } from './print-node.ts';

const voidTags: ReadonlySet<string> = new Set(['col']);

/** Elements as HTML. */
export const markupOf = (nodes: readonly (PrintNode | string)[]): string =>
  nodes.map((one) => (typeof one === 'string' ? escaped(one) : elementOf(one))).join('');

function elementOf({ tag, look, across, children }: PrintNode): string {
  const span = across > 1 ? ` colspan="${Math.trunc(across)}"` : '';
  const open = `<${tag}${look === '' ? '' : ` class="${escaped(look)}"`}${span}>`;
  return voidTags.has(tag) ? open : `${open}${markupOf(children)}</${tag}>`;
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
