// Which components of a line a betterment code covers (CIECA RateType BE*).

/** The components that a betterment is taken of. */
export type Components = {
  readonly part: boolean;
  readonly labor: boolean;
  readonly paint: boolean;
  readonly materials: boolean;
};

const components = (letters: string): Components => ({
  part: letters.includes('p'),
  labor: letters.includes('l'),
  paint: letters.includes('r'),
  materials: letters.includes('m'),
});

const codes: readonly (readonly [string, string])[] = [
  ['BEPA', 'p'],
  ['BELA', 'l'],
  ['BEPL', 'pl'],
  ['BELP', 'lr'],
  ['BEPP', 'pr'],
  ['BEPO', 'plr'],
  ['BEPM', 'm'],
  ['BETP', 'rm'],
  ['BE', 'plrm'],
  // Combinations without a code of the list; readers who do not know them see a betterment.
  ['BE00', ''],
  ['BE01', 'r'],
  ['BE02', 'pm'],
  ['BE03', 'lm'],
  ['BE04', 'plm'],
  ['BE05', 'prm'],
  ['BE06', 'lrm'],
];
const byCode = new Map(codes.map(([code, letters]) => [code, components(letters)]));

/** The components of a code; a betterment without a known one is of the part. */
export const componentsOf = (code: string): Components => byCode.get(code) ?? components('p');

/** The code of some components. */
export const bettermentCodeOf = (wanted: Components): string => {
  const letters = `${wanted.part ? 'p' : ''}${wanted.labor ? 'l' : ''}${wanted.paint ? 'r' : ''}${wanted.materials ? 'm' : ''}`;
  return codes.find(([, one]) => one === letters)?.[0] ?? 'BEPA';
};
