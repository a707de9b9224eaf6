// The whole window over a backend in memory, with an estimate of as many lines as the address says.
import '../../../src-renderer/zod-config.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../../src-renderer/app.tsx';
import { tellTime } from '../../../src-renderer/stores/clock.ts';
import { startStores } from '../../../src-renderer/stores/start.ts';
import { ok } from '../../../src-shared/base/result.ts';
import type { Line } from '../../../src-shared/domain/estimate/line.ts';
import { lineOf, sheetOf, workfileId } from '../../browser/renderer/sample-sheet.ts';
import { createAnswers, headOf } from '../../browser/renderer/scripted-answers.ts';
import { writtenEstimate } from '../written-estimate.ts';

type Hear = (data: never) => void;

const count = Number(new URLSearchParams(window.location.search).get('lines'));
const written = writtenEstimate(20261121, count);
const lines = written.lines.map(({ id: _id, ...groups }, i): Line => {
  const line = lineOf(i + 1, '');
  return { ...line, ...groups, deleted: false, place: { position: `a${String(i).padStart(6, '0')}z` } };
});
const sheet = sheetOf();
const ears = new Map<string, Set<Hear>>();
const tell = (name: string, data: unknown): void => {
  for (const hear of ears.get(name) ?? []) hear(data as never);
};
const listen = (name: string, hear: Hear): (() => void) => {
  ears.set(name, (ears.get(name) ?? new Set()).add(hear));
  return () => void ears.get(name)?.delete(hear);
};
const answers = createAnswers(
  { sheet: { ...sheet, lines, rates: { ...sheet.rates, ...written.rates } }, heads: [headOf(0, 'Turpin, Sharon')] },
  tell,
);

/** A backend that knows its lines by id, so that its own work does not grow with the estimate. */
const known = new Map<string, Line>(lines.map((line) => [line.id, line]));
function changeLine({ lineId, group, value }: Readonly<Record<string, unknown>>): unknown {
  const record = { ...known.get(String(lineId)), [String(group)]: value } as Line;
  known.set(record.id, record);
  const changes = [{ kind: 'line', record }];
  tell('workfile.changed', { workfileId, from: 'here', changes, canUndo: true, canRedo: false, unsavedSince: 1 });
  return ok(null);
}

const bridge = {
  listen,
  ask: async (name: string, input: unknown) => {
    await new Promise((resolve) => setTimeout(resolve));
    if (name === 'line.change') return changeLine(input as Readonly<Record<string, unknown>>);
    return answers.reply(name, input);
  },
};
Object.defineProperty(window, 'shopfile', { value: { bridge, host: { listen: () => () => {}, tell: () => {} } } });

tellTime(new Date(2026, 10, 21, 10, 45).getTime());
startStores();
const root = document.querySelector('#root');
if (root) createRoot(root).render(<App nonce={undefined} />);
