/** A page stays where it is: no other address, no second window, no web view, no permission, no strange link. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createLinks, linkHosts } from '../../../src-main/os/links.ts';
import { refuseNavigation } from '../../../src-main/os/navigation.ts';
import { denyPermissions } from '../../../src-main/os/permissions.ts';
import { hostileLinks, strangePages } from '../../support/hostile-addresses.ts';
import { app, StubContents, session, shell, spy } from '../../support/stub-electron.ts';
import { memoryLog } from '../../support/stub-main.ts';

vi.mock('electron', () => import('../../support/stub-electron.ts'));

describe('navigation', () => {
  const guarded = (): StubContents => {
    app.removeAllListeners();
    session.defaultSession.removeAllListeners();
    refuseNavigation(session.defaultSession as never, memoryLog().log);
    const contents = new StubContents();
    app.emit('web-contents-created', {}, contents);
    return contents;
  };
  const moves = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const;

  test('forty strange addresses are tried', () => expect(new Set(strangePages).size).toBe(40));

  test.each(moves)('%s is refused to each of them', (move) => {
    const contents = guarded();
    const went = strangePages.filter((url) => {
      const event = { url, preventDefault: spy() };
      contents.emit(move, event);
      return event.preventDefault.mock.calls.length !== 1;
    });
    expect(went).toEqual([]);
  });

  test.each(moves)('%s is allowed to the page itself', (move) => {
    const event = { url: 'app://shopfile/#list', preventDefault: spy() };
    guarded().emit(move, event);
    expect(event.preventDefault).not.toHaveBeenCalled();
  });

  test('no address opens a window, not even our own', () => {
    const contents = guarded();
    const opened = [...strangePages, 'app://shopfile/'].filter(
      (url) => contents.openHandler?.({ url }).action !== 'deny',
    );
    expect(opened).toEqual([]);
  });

  test('a web view is refused, and so is a download', () => {
    const attach = { preventDefault: spy() };
    guarded().emit('will-attach-webview', attach);
    const download = { preventDefault: spy() };
    session.defaultSession.emit('will-download', download);
    expect([attach.preventDefault.mock.calls.length, download.preventDefault.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('permissions', () => {
  const names = [...new Set(['electron', 'electron-33'].flatMap(permissionNames))];
  const origins = ['app://shopfile/', 'https://evil.example/', 'app://other/'];

  beforeEach(() => denyPermissions(session.defaultSession as never));

  test('all names of both runtimes are known', () => {
    expect(names).toContain('geolocation');
    expect(names.length).toBeGreaterThan(30);
  });

  test('every name is denied to every origin, but our own page may write clean text to the clipboard', () => {
    const { request, check } = session.defaultSession;
    const granted = names.flatMap((name) =>
      origins.flatMap((origin) => {
        const answer = spy();
        request?.(null, name, answer, { requestingUrl: origin });
        const asked = answer.mock.calls.flat().includes(true) ? [`request ${name} ${origin}`] : [];
        return check?.(null, name, origin, {}) ? [...asked, `check ${name} ${origin}`] : asked;
      }),
    );
    expect(granted).toEqual([
      'request clipboard-sanitized-write app://shopfile/',
      'check clipboard-sanitized-write app://shopfile/',
    ]);
  });

  test('devices and the screen are denied, and old handlers are dropped first', () => {
    const { device, displayMedia, order } = session.defaultSession;
    expect(device?.({ deviceType: 'usb', origin: 'app://shopfile/' })).toBe(false);
    expect(displayMedia).toBeNull();
    expect(order.slice(-4)).toEqual(['request: null', 'check: null', 'request', 'check']);
  });

  function permissionNames(runtime: string): readonly string[] {
    const words = readFileSync(`node_modules/${runtime}/electron.d.ts`, 'utf8');
    const handlers = words.match(/setPermission(?:Request|Check)Handler\(handler: .*permission: ([^,]+),/g) ?? [];
    return handlers.flatMap((line) => [...line.matchAll(/'([A-Za-z-]+)'/g)].map(([, name = '']) => name));
  }
});

describe('links', () => {
  const links = createLinks({ hosts: linkHosts('https://cloud.shopfile.example.com'), log: memoryLog().log });
  beforeEach(() => shell.openExternal.mockClear());

  test('none of a hundred and twenty hostile texts reaches the browser', () => {
    expect(new Set(hostileLinks).size).toBeGreaterThanOrEqual(120);
    for (const text of hostileLinks) links.open(text);
    expect(shell.openExternal.mock.calls).toEqual([]);
  });

  test('a page of the product or of the cloud opens, spelt the one way the browser reads it', () => {
    links.open('https://shopfile.example.com/help?field=labor#hours');
    links.open('HTTPS://Cloud.Shopfile.Example.com:443/a/../b');
    expect(shell.openExternal.mock.calls.flat()).toEqual([
      'https://shopfile.example.com/help?field=labor#hours',
      'https://cloud.shopfile.example.com/b',
    ]);
  });

  test('a browser that does not start is noted and breaks nothing', async () => {
    shell.openExternal.mockRejectedValueOnce(new Error('no browser'));
    const { log, events } = memoryLog();
    createLinks({ hosts: ['shopfile.example.com'], log }).open('https://shopfile.example.com/');
    await vi.waitFor(() => expect(events.map(({ event }) => event)).toEqual(['link.unopened']));
  });
});
