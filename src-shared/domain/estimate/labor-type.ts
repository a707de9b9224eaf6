// The kinds of labour that carry a rate of their own, and the letter an estimator types for each.

/** Labour types in the order of a print; refinish time has its own column. */
export const laborTypes = [
  'body',
  'refinish',
  'mechanical',
  'structural',
  'frame',
  'glass',
  'diagnostic',
  'electrical',
  'user1',
  'user2',
  'user3',
  'user4',
] as const;
export type LaborType = (typeof laborTypes)[number];

/** The letter after printed hours (CCC print legend); body labour has none on prints, `B` when typed. */
export const laborLetters: Readonly<Record<LaborType, string>> = {
  body: 'B',
  refinish: 'P',
  mechanical: 'M',
  structural: 'S',
  frame: 'F',
  glass: 'G',
  diagnostic: 'D',
  electrical: 'E',
  user1: '1',
  user2: '2',
  user3: '3',
  user4: '4',
};

/** The name of each labour type in totals. */
export const laborNames: Readonly<Record<LaborType, string>> = {
  body: 'Body Labor',
  refinish: 'Paint Labor',
  mechanical: 'Mechanical Labor',
  structural: 'Structural Labor',
  frame: 'Frame Labor',
  glass: 'Glass Labor',
  diagnostic: 'Diagnostic Labor',
  electrical: 'Electrical Labor',
  user1: 'User Defined Labor 1',
  user2: 'User Defined Labor 2',
  user3: 'User Defined Labor 3',
  user4: 'User Defined Labor 4',
};

/** The labour type of a typed letter, in either case. */
export const laborTypeOf = (letter: string): LaborType | undefined =>
  laborTypes.find((type) => laborLetters[type] === letter.toUpperCase());
