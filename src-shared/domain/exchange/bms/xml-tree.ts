// Grows the tree of an XML document from what a parser meets, until it is more than anybody means to send.

import type { FaultReason } from '../fault.ts';
import type { XmlElement } from './xml-element.ts';

const mostDepth = 40;
const mostElements = 300_000;
const mostText = 64 * 1024;

type Open = { name: string; line: number; text: string; children: XmlElement[] };

/** `stop` hears why the tree is no longer grown; from then on nothing is taken in. */
export function createXmlTree(stop: (why: FaultReason) => void) {
  const open: Open[] = [];
  const state: { root: XmlElement | undefined; count: number; isOver: boolean } = {
    root: undefined,
    count: 0,
    isOver: false,
  };
  const end = (why: FaultReason): void => {
    if (!state.isOver) stop(why);
    state.isOver = true;
  };
  return {
    end,
    open(name: string, line: number): void {
      state.count += 1;
      if (open.length >= mostDepth) end('depth');
      if (state.count > mostElements) end('too-many');
      if (!state.isOver) open.push({ name: localName(name), line, text: '', children: [] });
    },
    text(text: string): void {
      const top = open.at(-1);
      if (top === undefined || state.isOver) return;
      if (top.text.length + text.length > mostText) end('too-long');
      else top.text += text;
    },
    close(): void {
      const done = state.isOver ? undefined : open.pop();
      if (done === undefined) return;
      const element = { ...done, text: clean(done.text) };
      const parent = open.at(-1);
      if (parent === undefined) state.root ??= element;
      else parent.children.push(element);
    },
    /** The whole document, once it is closed. */
    root: (): XmlElement | undefined => state.root,
  };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Control characters cannot stand in our records; XML allows a few by number. */
const clean = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13) ? ' ' : sign;
  }).join('');
