// An element of an XML document: its name without prefix, its text, its children, and the line it stands on.

export type XmlElement = {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** An element to be written. */
export type XmlPiece = { readonly name: string; readonly content: string | readonly XmlPiece[] };

/** Pieces and the absence of some. */
export type MaybePiece = XmlPiece | null;

/** Makes an element of a text, or of other elements; null where there is nothing to say. */
export function piece(name: string, content: string | readonly MaybePiece[]): MaybePiece {
  if (typeof content === 'string') return content === '' ? null : { name, content };
  const inside = content.filter((one) => one !== null);
  return inside.length === 0 ? null : { name, content: inside };
}

/** The first child of a path of names, or undefined. */
export function childAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  let at = element;
  for (const name of path.split('/')) at = at?.children.find((one) => one.name === name);
  return at;
}

/** All children of a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((one) => one.name === name) ?? [];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** A text as it stands between tags. */
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => escapes[sign] ?? sign).replaceAll('\r', '&#13;');

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** The text of a document. */
export const xmlText = (root: XmlPiece, namespace: string): string => declaration + xmlPart(root, namespace);

/** The text of an element within a document, in its own namespace. */
export const xmlPart = (root: XmlPiece, namespace: string): string => elementText(root, '', ` xmlns="${namespace}"`);

function elementText({ name, content }: XmlPiece, indent: string, attributes = ''): string {
  if (typeof content === 'string') return `${indent}<${name}${attributes}>${escaped(content)}</${name}>\n`;
  const inside = content.map((one) => elementText(one, `${indent}\t`)).join('');
  return `${indent}<${name}${attributes}>\n${inside}${indent}</${name}>\n`;
}
