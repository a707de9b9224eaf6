/** The connection while it is typed and saved: nothing that was typed is lost. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  changeConnection,
  loadConnection,
  saveConnection,
  useConnectionForm,
} from '../../../src-renderer/stores/dms/connection.ts';
import { settingsBegun } from '../../../src-shared/domain/dms/settings/check-settings.ts';

const own = { enterpriseCode: 'ZZ', companyNumber: 'ZZ1', serviceWriterId: '100' };
const settings = { ...settingsBegun('opentrack'), ...own };
const connection = { on: true, setup: { partner: 'opentrack', settings }, capabilities: {}, secretsSet: [] };

/** Lets the cloud answer a save. */
let answerSave = (): void => undefined;
const ask = vi.fn(async (name: string) => {
  if (name === 'dms.save-connection') await new Promise<void>((resolve) => (answerSave = resolve));
  return { ok: true, value: name === 'dms.connection' ? { connection } : null };
});

beforeEach(() => {
  vi.stubGlobal('window', { shopfile: { bridge: { ask } } });
  useConnectionForm.setState(useConnectionForm.getInitialState(), true);
  useConnectionForm.setState({ known: { kind: 'ready', value: { connection } as never } });
  return () => vi.unstubAllGlobals();
});
const draft = () => useConnectionForm.getState().draft;

test('what was saved is no longer a draft', async () => {
  changeConnection({ settings: { ...settings, serviceWriterId: '200' } });
  const saving = saveConnection();
  answerSave();
  expect(await saving).toBeUndefined();
  expect(draft()).toBeUndefined();
});

test('what is typed while it is being saved stays', async () => {
  changeConnection({ settings: { ...settings, serviceWriterId: '200' } });
  const saving = saveConnection();
  changeConnection({ secrets: { password: 'typed-later' } });
  answerSave();
  await saving;
  expect(draft()).toMatchObject({ settings: { serviceWriterId: '200' }, secrets: { password: 'typed-later' } });
});

test('who signed in while somebody else’s connection was saved keeps what they see and type', async () => {
  await loadConnection('first');
  changeConnection({ settings: { ...settings, serviceWriterId: '200' } });
  const saving = saveConnection();
  await loadConnection('second');
  changeConnection({ secrets: { password: 'typed-by-second' } });
  const before = useConnectionForm.getState();
  answerSave();
  expect(await saving).toBeUndefined();
  expect(useConnectionForm.getState()).toBe(before);
});
