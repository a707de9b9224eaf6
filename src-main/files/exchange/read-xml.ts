// Reads an XML document into elements: well-formed, without a document type or entities, within bounds, and in turns.

import { SaxesParser } from 'saxes';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { XmlElement } from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import type { FaultReason, FileFault } from '../../../src-shared/domain/exchange/fault.ts';

const mostDepth = 40;
const mostElements = 300_000;
const mostText = 64 * 1024;
const pieceBytes = 128 * 1024;

const encodings: ReadonlySet<string> = new Set([
  'utf-8',
  'utf-16',
  'utf-16le',
  'utf-16be',
  'iso-8859-1',
  'windows-1252',
  'us-ascii',
]);

type Open = { name: string; line: number; text: string; children: XmlElement[] };

/** Reads a document a piece at a time; between two pieces others have their turn. It yields the share that is read. */
export function* xmlReading(file: string, bytes: Uint8Array): Generator<number, Result<XmlElement, FileFault>> {
  const refuse = (place: string, why: FaultReason) => failed({ file, place, why });
  if (bytes.length === 0) return refuse('', 'empty');
  const label = encodingOf(bytes);
  if (label === undefined) return refuse('line 1', 'encoding');
  const decoder = new TextDecoder(label, { fatal: true });
  const tree = growing();
  const { parser, state } = tree;
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const text = decoded(decoder, bytes.subarray(at, at + pieceBytes), at + pieceBytes < bytes.length);
    if (text === undefined) return refuse(`line ${parser.line}`, 'encoding');
    parser.write(text);
    if (state.fault !== null) return refuse(state.fault.place, state.fault.why);
    yield at / bytes.length;
  }
  parser.close();
  if (state.fault !== null) return refuse(state.fault.place, state.fault.why);
  return state.root === undefined ? refuse('line 1', 'xml') : ok(state.root);
}

/** A parser whose events grow a tree, until the first thing that is wrong. */
function growing() {
  const parser = new SaxesParser({ position: true });
  const state: { fault: Pick<FileFault, 'place' | 'why'> | null; root: XmlElement | undefined; count: number } = {
    fault: null,
    root: undefined,
    count: 0,
  };
  const open: Open[] = [];
  const stop = (why: FaultReason): void => {
    state.fault ??= { place: `line ${parser.line}, column ${parser.column + 1}`, why };
  };
  const addText = (text: string): void => {
    const top = open.at(-1);
    if (top === undefined || state.fault !== null) return;
    if (top.text.length + text.length > mostText) stop('too-long');
    else top.text += text;
  };
  parser.on('error', () => stop('xml'));
  parser.on('doctype', () => stop('doctype'));
  parser.on('opentag', ({ name }) => {
    state.count += 1;
    if (open.length >= mostDepth) stop('depth');
    if (state.count > mostElements) stop('too-many');
    if (state.fault === null) open.push({ name: localName(name), line: parser.line, text: '', children: [] });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = state.fault === null ? open.pop() : undefined;
    if (done === undefined) return;
    const element = { ...done, text: clean(done.text) };
    const parent = open.at(-1);
    if (parent === undefined) state.root ??= element;
    else parent.children.push(element);
  });
  return { parser, state };
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Control characters cannot stand in our records; XML allows a few by number. */
const clean = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code === 127 || (code < 32 && code !== 9 && code !== 10 && code !== 13) ? ' ' : sign;
  }).join('');

function decoded(decoder: TextDecoder, bytes: Uint8Array, more: boolean): string | undefined {
  try {
    return decoder.decode(bytes, { stream: more });
  } catch {
    return undefined;
  }
}

/** The encoding by its mark or by the declaration; UTF-8 where nothing is said. */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const said = /^[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!encodings.has(said) || said.startsWith('utf-16')) return undefined;
  return said;
}
