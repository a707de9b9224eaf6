/** The backend process is kept alive, each window gets its own port to it, and secrets are opened for it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createBackendHost, restartCode } from '../../../src-main/os/backend-host.ts';
import { createPatience } from '../../../src-main/os/patience.ts';
import { StubContents, StubProcess, spy } from '../../support/stub-electron.ts';
import { memoryLog } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function host() {
  const { log, events } = memoryLog();
  const children: StubProcess[] = [];
  const tell = spy();
  const refused = spy();
  const secrets = {
    protect: async (plain: string) => `sealed:${plain}`,
    reveal: async (sealed: string) => {
      if (!sealed.startsWith('sealed:')) throw new Error('garbage');
      return sealed.slice(7);
    },
  };
  const files = {
    save: async (name: string) => ({ name }),
    open: async (): Promise<never> => {
      throw new Error('no dialog');
    },
    choose: async () => null,
    show: async (file: string) => file.endsWith('.pdf'),
  };
  const printing = {
    printers: async () => [{ name: 'desk', title: 'Desk' }],
    pdf: async () => ({ file: null }),
    paper: async () => 'printer' as const,
    stop: spy(),
  };
  const backend = createBackendHost({
    fork: () => {
      const child = new StubProcess();
      children.push(child);
      return child as never;
    },
    secrets,
    files,
    printing,
    patience: createPatience(() => Date.now()),
    newReference: () => `0000000${children.length}`,
    tell,
    refused,
    log,
  });
  const last = (): StubProcess => {
    const child = children.at(-1);
    if (child === undefined) throw new Error('nothing was forked');
    return child;
  };
  return { backend, children, last, tell, refused, events };
}

function page(url = 'app://shopfile/'): StubContents {
  const contents = new StubContents();
  contents.mainFrame.url = url;
  return contents;
}

const portsOf = (contents: StubContents) => contents.posted.filter(({ channel }) => channel === 'port');

test('a backend that ends on purpose is started again at once, and nobody is alarmed', () => {
  const { backend, children, last, tell, events } = host();
  backend.start();
  last().emit('message', { kind: 'ready' });
  last().emit('exit', restartCode);
  vi.advanceTimersByTime(0);
  expect(children).toHaveLength(2);
  expect(tell.mock.lastCall).toEqual([{ state: 'restarting', reference: '' }]);
  expect(events).toEqual([]);
});

describe('a port', () => {
  test('is handed over when the backend is ready: one end to it, the other to the page, nothing else', () => {
    const { backend, last } = host();
    const contents = page();
    backend.start();
    backend.connect(contents as never);
    expect(contents.posted).toEqual([]);
    last().emit('message', { kind: 'ready' });
    expect(last().posted).toEqual([{ message: { kind: 'window' }, ports: [{ end: 'backend' }] }]);
    expect(contents.posted).toEqual([{ channel: 'port', message: null, ports: [{ end: 'page' }] }]);
  });

  test('is new for each load of a page', () => {
    const { backend, last } = host();
    const contents = page();
    backend.start();
    last().emit('message', { kind: 'ready' });
    backend.connect(contents as never);
    backend.connect(contents as never);
    expect(portsOf(contents)).toHaveLength(2);
    expect(contents.listenerCount('destroyed')).toBe(1);
  });

  test.each(['https://evil.example/', 'about:blank', 'app://other/'])(
    'is not handed to contents that show %s',
    (url) => {
      const { backend, last } = host();
      const contents = page(url);
      backend.start();
      backend.connect(contents as never);
      last().emit('message', { kind: 'ready' });
      expect([contents.posted, last().posted]).toEqual([[], []]);
    },
  );

  test('is not handed to a window that has gone', () => {
    const { backend, last } = host();
    const contents = page();
    backend.start();
    backend.connect(contents as never);
    contents.destroyed = true;
    contents.emit('destroyed');
    last().emit('message', { kind: 'ready' });
    expect(last().posted).toEqual([]);
  });
});

describe('a backend that dies', () => {
  test('is started again, says so, and gives each window a new port', () => {
    const { backend, children, last, tell, events } = host();
    const contents = page();
    backend.start();
    last().emit('message', { kind: 'ready' });
    backend.connect(contents as never);
    last().emit('exit', 9);
    expect(tell).toHaveBeenLastCalledWith({ state: 'restarting', reference: '00000001' });
    expect(events.at(-1)).toEqual({ event: 'backend.died', fields: { code: 9, reference: '00000001' } });
    vi.advanceTimersByTime(250);
    expect(children).toHaveLength(2);
    last().emit('message', { kind: 'ready' });
    expect(tell).toHaveBeenLastCalledWith({ state: 'running', reference: '' });
    expect(portsOf(contents)).toHaveLength(2);
  });

  test('is waited for ever longer, and given up after five deaths in a minute', () => {
    const { backend, children, last, tell } = host();
    backend.start();
    const waits = [250, 1000, 3000, 8000];
    for (const wait of waits) {
      last().emit('exit', 1);
      vi.advanceTimersByTime(wait - 1);
      const before = children.length;
      vi.advanceTimersByTime(1);
      expect(children.length).toBe(before + 1);
    }
    last().emit('exit', 1);
    expect(tell).toHaveBeenLastCalledWith({ state: 'failed', reference: '00000005' });
    vi.advanceTimersByTime(600_000);
    expect(children).toHaveLength(5);
  });

  test('is forgiven its old deaths', () => {
    const { backend, children, last } = host();
    backend.start();
    for (let death = 0; death < 10; death += 1) {
      last().emit('exit', 1);
      vi.advanceTimersByTime(61_000);
    }
    expect(children).toHaveLength(11);
  });

  test('is not started again when the program ends', () => {
    const { backend, children, last, tell } = host();
    backend.start();
    backend.stop();
    expect(last().kill).toHaveBeenCalledOnce();
    last().emit('exit', 0);
    vi.advanceTimersByTime(60_000);
    expect([children.length, tell.mock.calls]).toEqual([1, []]);
  });
});

describe('a backend that cannot use its data', () => {
  test('says why, is ended, is not tried again by itself, and can be tried again', () => {
    const { backend, children, last, tell, refused } = host();
    const contents = page();
    backend.start();
    backend.connect(contents as never);
    const [first] = children;
    const failure = { kind: 'outdated', need: '2.0.0' };
    first?.emit('message', { kind: 'failed', failure, detail: '/home/maria/data' });
    first?.emit('exit', 1);
    vi.advanceTimersByTime(60_000);
    expect(refused.mock.calls).toEqual([[failure, '00000001']]);
    expect(tell.mock.calls).toEqual([[{ state: 'failed', reference: '00000001' }]]);
    expect(first?.kill).toHaveBeenCalledOnce();
    expect(children).toHaveLength(1);
    backend.start();
    last().emit('message', { kind: 'ready' });
    expect(portsOf(contents)).toHaveLength(1);
  });
});

describe('a secret', () => {
  test('is sealed and opened for the backend, and a store that fails answers nothing', async () => {
    const { backend, last, events } = host();
    backend.start();
    last().emit('message', { kind: 'protect', n: 1, text: 'token' });
    last().emit('message', { kind: 'reveal', n: 2, text: 'sealed:token' });
    last().emit('message', { kind: 'reveal', n: 3, text: 'garbage' });
    await vi.waitFor(() => expect(last().posted).toHaveLength(3));
    expect(last().posted.map(({ message }) => message)).toEqual([
      { kind: 'secret', n: 1, text: 'sealed:token' },
      { kind: 'secret', n: 2, text: 'token' },
      { kind: 'secret', n: 3, text: null },
    ]);
    expect(JSON.stringify(events)).not.toContain('token');
  });
});
