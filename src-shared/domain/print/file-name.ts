// A name that every system takes for a file, whatever a person typed.

import { printable } from './printable.ts';

/** With a folder before it, a whole path stays within what Windows takes. */
const maxName = 80;
/** Names that Windows keeps for devices, whatever follows the dot. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The name without an ending; what is left empty is called by what stands in for it. */
export function fileNameOf(text: string, otherwise = 'Document'): string {
  const plain = printable(text)
    .replaceAll(/[^\p{L}\p{M}\p{N} ._-]/gu, '-')
    .slice(0, maxName)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/^[ .]+|[ .]+$/g, '');
  return plain === '' || devices.test(plain) ? `${otherwise} ${plain}`.trim() : plain;
}
