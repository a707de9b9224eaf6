/** What a window is given: two doors of plain functions, and nothing of Electron through them. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostBridge } from '../../../src-shared/ipc/host.ts';
import type { Bridge, Question } from '../../../src-shared/ipc/notices.ts';
import * as stub from '../../support/stub-electron.ts';

// The same stub for every fresh load of what is tested.
vi.mock('electron', () => ({ ...stub }));
const { contextBridge, ipcRenderer, spy } = stub;

type Shopfile = { readonly bridge: Bridge; readonly host: HostBridge };

beforeEach(() => {
  vi.resetModules();
  ipcRenderer.removeAllListeners();
  ipcRenderer.send.mockClear();
  contextBridge.exposeInMainWorld.mockClear();
});
const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

async function preload(): Promise<Shopfile> {
  await import('../../../src-main/preload.ts');
  return contextBridge.exposeInMainWorld.mock.lastCall?.[1] as Shopfile;
}

/** Hands the page a port as the main process does, and answers the backend's end of it. */
function handPort() {
  const { port1, port2 } = new MessageChannel();
  const questions: Question[] = [];
  open.push(port1, port2);
  port1.onmessage = ({ data }) => void questions.push(data);
  ipcRenderer.emit('port', { ports: [port2], sender: ipcRenderer });
  return { questions, say: (message: unknown) => port1.postMessage(message) };
}

const tellHost = (name: string, notice: unknown): void => {
  ipcRenderer.emit('host', { sender: ipcRenderer, ports: [] }, name, notice);
};
const unavailable = { ok: false, failure: { kind: 'unavailable', what: 'backend' } };

describe('what is exposed', () => {
  test('is one object of two doors with two functions each', async () => {
    const { bridge, host } = await preload();
    expect(contextBridge.exposeInMainWorld).toHaveBeenCalledExactlyOnceWith('shopfile', expect.anything());
    const shape = (door: object) => Object.entries(door).map(([name, value]) => `${name}: ${typeof value}`);
    expect([shape(bridge), shape(host)]).toEqual([
      ['ask: function', 'listen: function'],
      ['tell: function', 'listen: function'],
    ]);
  });

  test('a listener gets the payload alone, and nothing once it stopped', async () => {
    const { bridge, host } = await preload();
    const { say } = handPort();
    const [heard, told] = [spy(), spy()];
    const [stop, end] = [bridge.listen('list.changed', heard), host.listen('zoom.changed', told)];
    tellHost('zoom.changed', { percent: 125 });
    say({ notice: 'list.changed', data: { workfileIds: ['a'] } });
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[{ workfileIds: ['a'] }]]));
    expect(told.mock.calls).toEqual([[{ percent: 125 }]]);
    expect([stop(), end()]).toEqual([undefined, undefined]);
    tellHost('zoom.changed', { percent: 150 });
    expect(told).toHaveBeenCalledOnce();
  });

  test('a call to the main process goes over the one channel for it, and answers nothing', async () => {
    const { host } = await preload();
    expect(host.tell('window.title', { title: 'RO 1' })).toBeUndefined();
    expect(ipcRenderer.send.mock.calls).toEqual([['port'], ['host', 'window.title', { title: 'RO 1' }]]);
  });
});

describe('a question', () => {
  test('waits for the port, goes out numbered, and gets its own answer', async () => {
    const { bridge } = await preload();
    const first = bridge.ask('sync.state', {});
    const second = bridge.ask('session.state', {});
    const { questions, say } = handPort();
    await vi.waitFor(() => expect(questions).toHaveLength(2));
    expect(questions).toEqual([
      { n: 1, name: 'sync.state', input: {} },
      { n: 2, name: 'session.state', input: {} },
    ]);
    say({ n: 2, reply: { ok: true, value: 'second' } });
    say({ n: 99, reply: { ok: true, value: 'nobody asked' } });
    say({ n: 1, reply: { ok: true, value: 'first' } });
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: 'first' },
      { ok: true, value: 'second' },
    ]);
  });

  test('fails when its port is replaced, and is never asked twice', async () => {
    const { bridge } = await preload();
    const lost = handPort();
    const asked = bridge.ask('sync.now', {});
    await vi.waitFor(() => expect(lost.questions).toHaveLength(1));
    const found = handPort();
    expect(await asked).toEqual(unavailable);
    const next = bridge.ask('sync.state', {});
    await vi.waitFor(() => expect(found.questions).toEqual([{ n: 2, name: 'sync.state', input: {} }]));
    found.say({ n: 2, reply: { ok: true, value: null } });
    expect(await next).toEqual({ ok: true, value: null });
  });

  test('fails as soon as the backend is known to be gone; a new one waits for it to return', async () => {
    const { bridge } = await preload();
    handPort();
    const asked = bridge.ask('sync.now', {});
    tellHost('backend.changed', { state: 'restarting', reference: 'ab12cd34' });
    expect(await asked).toEqual(unavailable);
    const waiting = bridge.ask('sync.state', {});
    const { questions, say } = handPort();
    tellHost('backend.changed', { state: 'running', reference: '' });
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    say({ n: 2, reply: { ok: true, value: 'back' } });
    expect(await waiting).toEqual({ ok: true, value: 'back' });
  });

  test('fails at once while the backend is given up, and works again after', async () => {
    const { bridge } = await preload();
    const waiting = bridge.ask('sync.state', {});
    tellHost('backend.changed', { state: 'failed', reference: 'ab12cd34' });
    expect([await waiting, await bridge.ask('sync.state', {})]).toEqual([unavailable, unavailable]);
    const { questions } = handPort();
    void bridge.ask('sync.state', {});
    await vi.waitFor(() => expect(questions).toHaveLength(1));
  });

  test('that cannot be sent is a bug of the window, and stops no other', async () => {
    const { bridge } = await preload();
    const { questions, say } = handPort();
    await expect(bridge.ask('sync.now', { run: () => 1 } as never)).rejects.toThrow('could not be cloned');
    const next = bridge.ask('sync.state', {});
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    say({ n: 2, reply: { ok: true, value: null } });
    expect(await next).toEqual({ ok: true, value: null });
  });

  test('whose answer carries a prototype pollutes nothing', async () => {
    const { bridge } = await preload();
    const { say } = handPort();
    const asked = bridge.ask('sync.state', {});
    say({
      n: 1,
      reply: JSON.parse('{"ok":true,"value":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}'),
    });
    await asked;
    expect('polluted' in {}).toBe(false);
  });
});
