// The bridge of a window: its two doors as plain functions. No event, no port and nothing else of Electron gets through.

import { contextBridge, ipcRenderer } from 'electron';
import type { HostBridge, HostNotices } from '../src-shared/ipc/host.ts';
import type { Bridge, FromBackend, Question } from '../src-shared/ipc/notices.ts';

type Tell = (data: never) => void;
type Ears = {
  readonly listen: (name: string, tell: Tell) => () => void;
  readonly hear: (name: string, data: unknown) => void;
};
type Asked = { readonly question: Question; readonly answer: (reply: unknown) => void };

const unavailable = { ok: false, failure: { kind: 'unavailable', what: 'backend' } } as const;

contextBridge.exposeInMainWorld('shopfile', connect());

function connect(): { readonly bridge: Bridge; readonly host: HostBridge } {
  const host = createEars();
  const backend = createBackendLine();
  ipcRenderer.on('port', ({ ports: [port] }) => port && backend.takePort(port));
  ipcRenderer.on('host', (_event, name: string, notice: unknown) => {
    if (name === 'backend.changed') backend.heed(notice as HostNotices['backend.changed']);
    host.hear(name, notice);
  });
  ipcRenderer.send('port');
  return {
    bridge: { ask: backend.ask as Bridge['ask'], listen: backend.listen },
    host: { tell: (name, call) => ipcRenderer.send('host', name, call), listen: host.listen },
  };
}

/** Questions go out numbered and answers come back by number; what has no port yet waits for one. */
function createBackendLine() {
  const ears = createEars();
  const waiting: Asked[] = [];
  const sent = new Map<number, Asked>();
  const line: { port: MessagePort | undefined; lost: boolean; count: number } = {
    port: undefined,
    lost: false,
    count: 0,
  };

  const send = (asked: Asked): void => {
    line.port?.postMessage(asked.question);
    sent.set(asked.question.n, asked);
  };
  const hear = (message: FromBackend): void => {
    if ('notice' in message) {
      ears.hear(message.notice, message.data);
    } else {
      sent.get(message.n)?.answer(message.reply);
      sent.delete(message.n);
    }
  };
  // Whether the lost process did what it was asked is not known; so nothing is asked twice.
  const dropPort = (): void => {
    line.port?.close();
    line.port = undefined;
    for (const asked of sent.values()) asked.answer(unavailable);
    sent.clear();
  };

  return {
    listen: ears.listen,
    ask: (name: string, input: unknown): Promise<unknown> =>
      new Promise((answer) => {
        line.count += 1;
        const asked = { question: { n: line.count, name, input }, answer };
        if (line.port !== undefined) send(asked);
        else if (line.lost) answer(unavailable);
        else waiting.push(asked);
      }),
    takePort(port: MessagePort): void {
      dropPort();
      line.port = port;
      line.lost = false;
      port.onmessage = ({ data }: MessageEvent<FromBackend>) => hear(data);
      for (const asked of waiting.splice(0)) send(asked);
    },
    heed({ state }: HostNotices['backend.changed']): void {
      if (state === 'running') return;
      dropPort();
      line.lost = state === 'failed';
      if (line.lost) for (const asked of waiting.splice(0)) asked.answer(unavailable);
    },
  };
}

function createEars(): Ears {
  const ears = new Map<string, Set<Tell>>();
  return {
    listen(name, tell) {
      const set = ears.get(name) ?? new Set();
      ears.set(name, set.add(tell));
      return () => void set.delete(tell);
    },
    hear(name, data) {
      for (const tell of ears.get(name) ?? []) tell(data as never);
    },
  };
}
