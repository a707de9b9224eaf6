// Reads an XML document into elements: well-formed, without a document type or entities, within bounds, and in turns.

import { SaxesParser } from 'saxes';
import { failed, ok, type Result } from '../../../src-shared/base/result.ts';
import type { XmlElement } from '../../../src-shared/domain/exchange/bms/xml-element.ts';
import { createXmlTree } from '../../../src-shared/domain/exchange/bms/xml-tree.ts';
import type { FaultReason, FileFault } from '../../../src-shared/domain/exchange/fault.ts';

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
  const root = tree.root();
  return root === undefined ? refuse('line 1', 'xml') : ok(root);
}

/** A parser whose events grow a tree, until the first thing that is wrong. */
function growing() {
  const parser = new SaxesParser({ position: true });
  const state: { fault: Pick<FileFault, 'place' | 'why'> | null } = { fault: null };
  const tree = createXmlTree((why) => {
    state.fault = { place: `line ${parser.line}, column ${parser.column + 1}`, why };
  });
  parser.on('error', () => tree.end('xml'));
  parser.on('doctype', () => tree.end('doctype'));
  parser.on('opentag', ({ name }) => tree.open(name, parser.line));
  parser.on('text', tree.text);
  parser.on('cdata', tree.text);
  parser.on('closetag', tree.close);
  return { parser, state, root: tree.root };
}

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
