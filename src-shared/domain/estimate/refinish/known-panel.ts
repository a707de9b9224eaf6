// Which panel a line means, by the words of its description: what refinish time on it will usually be priced as.

import { sameValue } from '../../../base/same-value.ts';
import type { Line, Operation } from '../line.ts';
import { type Panel, panelGroup } from './panel.ts';
import { type PanelPlace, panelPlaces } from './panel-place.ts';

/** A panel that nobody said anything of. */
export const noPanel: Panel = panelGroup.parse({});

/** A line said not to be a panel of its own (`<>` on a print), so that its words are not read again. */
export const notSeparate: Panel = { ...noPanel, overlap: 'none' };

/** Whether nobody has said whether a line is a panel. */
export const isUnsaid = (panel: Panel | undefined): boolean =>
  panel === undefined || (panel.kind === '' && panel.overlap === 'auto');

type Words = {
  readonly words: RegExp;
  readonly place: string;
  readonly kind: 'major' | 'minor';
  readonly offCar?: true;
};

// The first that fits counts: a door mirror is no door. Bumper covers are painted off the car.
const known: readonly Words[] = [
  { words: /\bmirror/, place: '*-mirror', kind: 'minor' },
  { words: /\b(mou?lding|handle|spoiler|applique|cladding|flare|garnish|valance)s?\b/, place: '', kind: 'minor' },
  { words: /\b(hinge|a)[ -]?pillar/, place: '*-hinge-pillar', kind: 'minor' },
  { words: /\b(cent(er|re)|b)[ -]?pillar/, place: '*-center-pillar', kind: 'minor' },
  { words: /\bapertures?\b|\bopening panel/, place: '*-aperture', kind: 'minor' },
  { words: /\brocker/, place: '*-rocker', kind: 'minor' },
  { words: /\bcowl/, place: 'cowl', kind: 'minor' },
  { words: /\bgrille?/, place: 'grille', kind: 'minor' },
  { words: /\brear body( panel)?\b|\bback panel\b/, place: 'rear-body', kind: 'minor' },
  {
    words: /\b(rear|rr)\b.*\b(bumper|fascia|bpr)\b|\b(bumper|fascia)\b.*\brear\b/,
    place: 'rear-bumper',
    kind: 'major',
    offCar: true,
  },
  { words: /\b(bumper|fascia|bpr)\b/, place: 'front-bumper', kind: 'major', offCar: true },
  { words: /\bhood\b/, place: 'hood', kind: 'major' },
  { words: /\broof\b/, place: 'roof', kind: 'major' },
  { words: /\b(trunk|deck) ?lid\b|\blift ?gate\b|\btail ?gate\b|\bhatch\b/, place: 'trunk-lid', kind: 'major' },
  { words: /\b(bed|box) ?side\b|\bside panel\b/, place: '*-bed-side', kind: 'major' },
  { words: /\bquarter\b|\bqtr\b|\buniside\b/, place: '*-quarter', kind: 'major' },
  { words: /\b(rear|rr)\b.*\bdoor\b|\bdoor\b.*\brear\b/, place: '*-rear-door', kind: 'major' },
  { words: /\bdoor\b/, place: '*-front-door', kind: 'major' },
  { words: /\bfender\b/, place: '*-fender', kind: 'major' },
];

// A fender liner is no fender: what hangs on a panel is not refinished as one.
const unfit = /\b(liner|emblem|nameplate|retainer|bracket|lamp|headlamp|glass|sensor|harness|clip|hinge)s?\b/;
const left = /\b(lt|lh|lf|lr|left|driver)\b/;
const right = /\b(rt|rh|rf|right|passenger)\b/;

/** The panel that a description names; undefined where it names none. */
export function knownPanel(description: string): Panel | undefined {
  // `w/o sensors` and the like tell variants apart, not parts.
  const words = description.toLowerCase().replace(/\bw\/.*$/, '');
  if (unfit.test(words) && !/hinge pillar/.test(words)) return undefined;
  const found = known.find((one) => one.words.test(words));
  if (found === undefined) return undefined;
  return { ...noPanel, kind: found.kind, place: placeOf(found.place, words), offCar: found.offCar ?? false };
}

/** A side that is not said leaves the place open, so that nothing is adjacent by guess. */
function placeOf(pattern: string, words: string): Panel['place'] {
  const side = left.test(words) ? 'left' : right.test(words) ? 'right' : undefined;
  const place = pattern.startsWith('*') ? (side === undefined ? '' : pattern.replace('*', side)) : pattern;
  return panelPlaces.find((one): one is PanelPlace => one === place) ?? '';
}

const panelWork: readonly Operation[] = [
  'none',
  'replace',
  'repair',
  'refinish',
  'section',
  'blend',
  'pdr',
  'overhaul',
];

type Painted = Pick<Line, 'work' | 'text' | 'refinish'> & { readonly panel?: Panel };

/**
 * The panel that a line takes on by itself: refinish time on a part that is known to be an outer panel. It follows the
 * words and the time of the line as long as nobody said anything else; undefined where somebody did.
 */
export function usualPanel(line: Painted, before: Painted = line): Panel | undefined {
  const isUsual = isUnsaid(before.panel) || sameValue(before.panel, knownPanel(before.text.description));
  if (!isUsual) return undefined;
  const isPainted = line.refinish.tenths > 0 && !line.refinish.included && panelWork.includes(line.work.operation);
  return (isPainted ? knownPanel(line.text.description) : undefined) ?? noPanel;
}
