// A piece of a printed page as plain data: elements of a short list, a look, text, and pictures by their names. It holds
// no address and no code.

/** The only elements a print is made of. */
export const printTags = [
  'div',
  'header',
  'footer',
  'section',
  'h1',
  'h2',
  'p',
  'span',
  'dl',
  'dt',
  'dd',
  'table',
  'colgroup',
  'col',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;
export type PrintTag = (typeof printTags)[number];

/** An element: its look is a class of the print's style sheet, `across` the columns that a cell takes. */
export type PrintNode = {
  readonly tag: PrintTag;
  readonly look: string;
  readonly across: number;
  readonly children: readonly (PrintNode | string)[];
  /** The name of the picture that stands in place of the children wherever it can be had. */
  readonly picture?: string;
};

type Child = PrintNode | string;

/** Makes an element. */
export const node = (tag: PrintTag, look: string, children: readonly Child[] | string = [], across = 1): PrintNode => ({
  tag,
  look,
  across,
  children: typeof children === 'string' ? [children] : children,
});

/** A picture by its name, and the words for where it cannot be had. */
export const pictureNode = (name: string, words: string): PrintNode => ({
  ...node('p', 'no-picture', words),
  picture: name,
});

/** All text of an element in its order, cells apart by a space. */
export const textOf = ({ children }: PrintNode): string =>
  children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .filter((text) => text !== '')
    .join(' ');
