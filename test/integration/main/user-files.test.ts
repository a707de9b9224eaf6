/** What the main process keeps in the user's folder: the windows' state, written whole, and a log without people in it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog, newReference, traceOf } from '../../../src-main/os/log.ts';
import { logWords } from '../../../src-main/os/log-words.ts';
import { boundsOnScreen, openWindowMemory } from '../../../src-main/os/window-state.ts';
import { memoryLog } from '../../support/stub-main.ts';

const held = { folder: '' };
beforeEach(() => {
  held.folder = mkdtempSync(path.join(os.tmpdir(), 'shopfile-user-'));
});
afterEach(() => rmSync(held.folder, { recursive: true, force: true }));
const at = (name: string): string => path.join(held.folder, name);

describe('the state of the windows', () => {
  const bounds = { x: 1, y: 2, width: 1200, height: 800 };
  const open = () => {
    const { log, events } = memoryLog();
    return { memory: openWindowMemory(at('window.json'), log), events: () => events.map(({ event }) => event) };
  };

  test('is there again after a restart', () => {
    open().memory.change({ bounds, zoom: 125 });
    open().memory.change({ theme: 'dark', maximized: true });
    const { memory, events } = open();
    expect(memory.state()).toEqual({ bounds, maximized: true, zoom: 125, theme: 'dark' });
    expect([events(), readdirSync(held.folder)]).toEqual([[], ['window.json']]);
  });

  test('is written only when it changed', () => {
    const { memory } = open();
    memory.change({ zoom: 125 });
    rmSync(at('window.json'));
    memory.change({ zoom: 125 });
    expect(existsSync(at('window.json'))).toBe(false);
  });

  test.each([
    ['', 'an empty file'],
    ['{"zoom":', 'half a file'],
    ['null', 'nothing'],
    ['[]', 'a list'],
    ['{"bounds":null,"maximized":false,"zoom":99,"theme":"system"}', 'a zoom out of range'],
    ['{"bounds":null,"maximized":false,"zoom":100,"theme":"pink"}', 'an unknown theme'],
    ['{"bounds":{"x":0,"y":0,"width":1e9,"height":1},"maximized":false,"zoom":100,"theme":"dark"}', 'huge bounds'],
    ['{"bounds":{"x":0.5,"y":0,"width":9,"height":1},"maximized":false,"zoom":100,"theme":"dark"}', 'half a pixel'],
    ['{"bounds":7,"maximized":false,"zoom":100,"theme":"dark"}', 'bounds that are none'],
    ['\0\0\0\0', 'zeros, as a power cut leaves them'],
  ])('%j, %s, is ignored, said in the log, and written anew', (text) => {
    writeFileSync(at('window.json'), text);
    const { memory, events } = open();
    expect(memory.state()).toEqual({ bounds: null, maximized: false, zoom: 100, theme: 'system' });
    expect(events()).toEqual(['window-state.broken']);
    memory.change({ zoom: 110 });
    expect(open().memory.state().zoom).toBe(110);
  });

  test('costs nothing but itself where it cannot be written', () => {
    mkdirSync(at('window.json.new'));
    const { memory, events } = open();
    memory.change({ zoom: 150 });
    expect([memory.state().zoom, events()]).toEqual([150, ['window-state.unwritten']]);
  });

  test.each([
    ['where it was', { x: 100, y: 50, width: 1300, height: 900 }, { x: 100, y: 50, width: 1300, height: 900 }],
    [
      'on the second screen',
      { x: 2000, y: 100, width: 1100, height: 800 },
      { x: 2000, y: 100, width: 1100, height: 800 },
    ],
    ['anew when its screen is gone', { x: 5000, y: 100, width: 1100, height: 800 }, { width: 1440, height: 900 }],
    ['anew when above the screen', { x: 0, y: -500, width: 1100, height: 800 }, { width: 1440, height: 900 }],
    ['no larger than the screen', { x: 0, y: 0, width: 9000, height: 9000 }, { x: 0, y: 0, width: 1920, height: 1040 }],
    ['no smaller than it may be', { x: 0, y: 0, width: 300, height: 300 }, { x: 0, y: 0, width: 1024, height: 700 }],
    ['in its first size', null, { width: 1440, height: 900 }],
  ])('puts a window %s', (_, remembered, expected) => {
    const screens = [
      { x: 0, y: 0, width: 1920, height: 1040 },
      { x: 1920, y: 0, width: 1280, height: 984 },
    ];
    expect(boundsOnScreen(remembered, screens)).toEqual(expected);
  });
});

describe('the log', () => {
  const clock = () => Date.UTC(2026, 10, 21, 8, 30);
  const open = (mostBytes?: number) =>
    createLog({ file: at('logs/main.log'), clock, words: logWords, ...(mostBytes !== undefined && { mostBytes }) });
  const text = (): string =>
    readdirSync(at('logs'))
      .map((name) => readFileSync(at(`logs/${name}`), 'utf8'))
      .join('');

  test('says what happened, when, and under which reference', () => {
    open()('backend.died', { code: 9, reference: 'ab12cd34', kind: 'crashed' });
    expect(text()).toBe(
      '{"at":"2026-11-21T08:30:00.000Z","event":"backend.died","code":9,"reference":"ab12cd34","kind":"crashed"}\n',
    );
  });

  test('names a slow statement', () => {
    open()('query.slow', { query: 'outbox.of-batch', ms: 44 });
    expect(text()).toContain('"event":"query.slow","query":"outbox.of-batch","ms":44');
  });

  test('holds none of five hundred names, VINs, numbers and passwords, wherever they are put', () => {
    const log = open();
    const canaries = Array.from({ length: 100 }, (_, n) => [
      `Maria Canary${n}`,
      `1HGCM82633A${String(100_000 + n)}`,
      `4111111111${String(111_000 + n)}`,
      `canary${n}@demo.example.com`,
      `canary-password-${String(n).replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}`,
    ]).flat();
    expect(canaries).toHaveLength(500);
    for (const canary of canaries) {
      log(canary, { reference: canary, kind: canary, request: canary, query: canary, version: canary, trace: canary });
      log('query.slow', { code: Number(canary), ms: canary as never, count: canary as never });
      log('query.slow', { [canary]: canary, message: canary, error: new Error(canary) } as never);
      log('main.failed', { trace: traceOf(new Error(canary)) });
    }
    const written = text();
    expect(written.length).toBeGreaterThan(10_000);
    expect(canaries.filter((canary) => written.includes(canary))).toEqual([]);
  });

  test('names places in our files without their folders or the message', () => {
    const error = new Error('Maria Lopez at (555) 010-4477');
    error.stack = `Error: Maria Lopez\n    at go (C:\\Users\\maria\\main.cjs:12:3)\n    at /home/maria/log.ts:4:5\n    at node:internal:1:1`;
    expect(traceOf(error)).toBe('main.cjs:12:3 < log.ts:4:5');
    open()('main.failed', { trace: traceOf(error) });
    expect(text()).toContain('"trace":"main.cjs:12:3 < log.ts:4:5"');
    expect(traceOf('text')).toBe('');
  });

  test('is turned over at its size, and three files are kept', () => {
    const log = open(1000);
    for (let entry = 0; entry < 200; entry += 1) log('backend.died', { code: entry });
    expect(readdirSync(at('logs')).sort()).toEqual(['main.log', 'main.log.1', 'main.log.2']);
    expect(readdirSync(at('logs')).every((name) => statSync(at(`logs/${name}`)).size < 1200)).toBe(true);
    expect(text()).toContain('"code":199');
  });

  test('that cannot be written stops nothing', () => {
    writeFileSync(at('logs'), 'a file where the folder should be');
    expect(() => open()('app.started')).not.toThrow();
  });

  test('references have eight signs', () =>
    expect(newReference((count) => new Uint8Array(count).fill(171))).toBe('abababab'));
});
