// The outer panels of a vehicle and which of them touch: what decides between overlap of adjacent panels and of others.

const centre = ['hood', 'cowl', 'roof', 'trunk-lid', 'rear-body', 'front-bumper', 'rear-bumper', 'grille'] as const;
const sided = [
  'fender',
  'hinge-pillar',
  'front-door',
  'center-pillar',
  'rear-door',
  'rocker',
  'aperture',
  'quarter',
  'bed-side',
  'mirror',
] as const;
type Side = 'left' | 'right';
type Sided = `${Side}-${(typeof sided)[number]}`;

/** Where a refinished panel is; empty while nobody said. */
export const panelPlaces: readonly ['', ...PanelPlace[]] = [
  '',
  ...centre,
  ...sided.map((panel) => `left-${panel}` as const),
  ...sided.map((panel) => `right-${panel}` as const),
];
export type PanelPlace = '' | (typeof centre)[number] | Sided;

// Bumper covers and grilles are materials of their own and touch nothing in this sense.
const touching: readonly (readonly [string, string])[] = [
  ['hood', '*-fender'],
  ['hood', 'cowl'],
  ['cowl', '*-fender'],
  ['*-fender', '*-front-door'],
  ['*-fender', '*-hinge-pillar'],
  ['*-hinge-pillar', '*-front-door'],
  ['*-front-door', '*-rear-door'],
  ['*-front-door', '*-center-pillar'],
  ['*-front-door', '*-rocker'],
  ['*-center-pillar', '*-rear-door'],
  ['*-rear-door', '*-rocker'],
  ['*-rear-door', '*-quarter'],
  ['*-rocker', '*-quarter'],
  ['*-aperture', '*-quarter'],
  ['*-aperture', 'roof'],
  ['*-quarter', 'roof'],
  ['*-quarter', 'trunk-lid'],
  ['*-quarter', 'rear-body'],
  ['trunk-lid', 'rear-body'],
  ['*-bed-side', 'trunk-lid'],
];

const neighbours: ReadonlyMap<string, readonly PanelPlace[]> = (() => {
  const known = new Map<string, PanelPlace[]>();
  const add = (place: string, other: string): void => {
    const all = known.get(place) ?? [];
    if (!all.includes(other as PanelPlace)) all.push(other as PanelPlace);
    known.set(place, all);
  };
  for (const [a, b] of touching) {
    for (const side of ['left', 'right']) {
      const [one, other] = [a.replace('*', side), b.replace('*', side)];
      add(one, other);
      add(other, one);
    }
  }
  return known;
})();
const nowhere: readonly PanelPlace[] = [];

/** The places that touch one. */
export const placesBeside = (place: PanelPlace): readonly PanelPlace[] => neighbours.get(place) ?? nowhere;

/** Places of parts that are usually refinished off the car. */
const apart: readonly PanelPlace[] = ['front-bumper', 'rear-bumper'];

/** Whether a part is usually refinished off the car, as a procedure of its own. */
export const isApart = (place: PanelPlace): boolean => apart.includes(place);

/** Whether two panels touch. */
export const areAdjacent = (a: PanelPlace, b: PanelPlace): boolean => placesBeside(a).includes(b);
