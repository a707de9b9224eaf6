/** The cloud's push of 20 changes beside one bare database function that does the least: on PostgreSQL and on PGlite. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type Database, openDatabase, type Place } from '../../../src-cloud/db/database.ts';
import { sha256 } from '../../../src-cloud/db/digest.ts';
import { shopsOf } from '../../../src-cloud/db/shop-store.ts';
import type { Writer } from '../../../src-cloud/services/judge.ts';
import { createLive } from '../../../src-cloud/services/live.ts';
import { push } from '../../../src-cloud/services/push.ts';
import { openShop } from '../../../src-cloud/services/shops.ts';
import {
  type DeviceId,
  deviceIdOf,
  type EditId,
  editIdOf,
  type ShopId,
  type UserId,
  uuidV7,
} from '../../../src-shared/base/ids.ts';
import { unwrap } from '../../../src-shared/base/result.ts';
import { schemaVersion } from '../../../src-shared/sync/protocol.ts';
import { type Figure, figureOf } from '../measure.ts';
import { freshDatabase } from './fresh-database.ts';
import { cloudTables } from './raw-tables.ts';
import { spread } from './report.ts';
import type { Verdicts } from './verdicts.ts';

const changes = 20;
const pushers = 8;
const bareShop = 1;

type Pusher = { readonly product: () => Promise<void>; readonly bare: () => Promise<void> };
type Measures = {
  readonly product: Figure;
  readonly bare: Figure;
  readonly productRate: Figure;
  readonly bareRate: Figure;
};

export async function measurePushTransaction(folder: string, rounds: number, verdicts: Verdicts): Promise<void> {
  const postgres = await measure({ kind: 'postgres', url: await freshDatabase('push') }, rounds, 100);
  const lite = await measure({ kind: 'folder', folder: path.join(folder, 'push-pglite') }, rounds, 50);
  console.log(
    `\nThe cloud's push of ${changes} changes, without HTTP (bare: one call of a function that merges nothing)`,
  );
  print('PostgreSQL', postgres, verdicts);
  print('PGlite, files', lite, verdicts);
  verdicts.add({
    ...{ target: 'T5', what: `push of ${changes} changes, PGlite`, product: ms(lite.product) },
    ...ratioTo('PostgreSQL', ms(postgres.product), lite.product.median / postgres.product.median),
    ...atMost(lite.product.median / postgres.product.median, 2),
  });
}

const ms = ({ median }: Figure): string => `${median.toPrecision(3)} ms`;
const ratioTo = (than: string, other: string, ratio: number) => ({ than, other, ratio: ratio.toFixed(2) });
const atMost = (ratio: number, most: number) => ({ wanted: `at most ${most}`, met: ratio <= most });

function print(name: string, { product, bare, productRate, bareRate }: Measures, verdicts: Verdicts): void {
  console.log(`  ${name}: product ${spread(product)} ms, bare ${spread(bare)} ms`);
  console.log(
    `  ${pushers} pushers on one shop, pushes a second: product ${spread(productRate)}, bare ${spread(bareRate)}`,
  );
  const ratio = product.median / bare.median;
  const rate = productRate.median / bareRate.median;
  verdicts.add({
    ...{ target: 'T5', what: `push of ${changes} changes, ${name}`, product: ms(product) },
    ...{ ...ratioTo('bare function', ms(bare), ratio), ...atMost(ratio, 1.6) },
  });
  verdicts.add({
    ...{ target: 'T5', what: `${pushers} pushers, ${name}`, product: `${productRate.median.toFixed(0)} /s` },
    ...ratioTo('bare function', `${bareRate.median.toFixed(0)} /s`, rate),
    ...{ wanted: 'at least 0.5', met: rate >= 0.5 },
  });
}

async function measure(place: Place, rounds: number, each: number): Promise<Measures> {
  const database = await openDatabase(place);
  try {
    const shop = uuidV7(Date.now(), randomBytes(16)) as ShopId;
    await openShop(database, { id: shop, name: 'Bench Shop', timeZone: 'America/Chicago' });
    await openBare(database);
    const all = await Promise.all(Array.from({ length: pushers }, (_, nth) => createPusher(database, shop, nth)));
    return await takeTurns(all, rounds, each);
  } finally {
    await database.close();
  }
}

async function takeTurns(all: readonly Pusher[], rounds: number, each: number): Promise<Measures> {
  const taken = {
    product: [] as number[],
    bare: [] as number[],
    productRate: [] as number[],
    bareRate: [] as number[],
  };
  const [first] = all;
  if (first === undefined) throw new Error('nobody pushes');
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of ['product', 'bare'] as const) {
      const ms = await timeOf(each, first[side]);
      const whole = await timeOf(1, () => Promise.all(all.map((one) => timeOf(each / 2, one[side]))));
      // The first round warms up.
      if (round === 0) continue;
      taken[side].push(ms / each);
      taken[`${side}Rate`].push((pushers * (each / 2) * 1000) / whole);
    }
  }
  const { product, bare, productRate, bareRate } = taken;
  return {
    product: figureOf(product),
    bare: figureOf(bare),
    productRate: figureOf(productRate),
    bareRate: figureOf(bareRate),
  };
}

async function timeOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  for (let i = 0; i < times; i += 1) await work();
  return performance.now() - from;
}

/** The bare function's tables belong to whoever opens them, and the server's role may use them. */
const openBare = (database: Database): Promise<void> =>
  database.lend(async (sql) => {
    await sql.query('reset role');
    await sql.query(cloudTables);
    await sql.query('grant all on raw_shop, raw_bundle, raw_record, raw_log, raw_batch to app_user');
    await sql.query('insert into raw_shop values ($1, 0)', [bareShop]);
    await sql.query('set role app_user');
  });

/** A PC with lines of its own, of which every push sets the hours anew. */
async function createPusher(database: Database, shopId: ShopId, nth: number): Promise<Pusher> {
  const device: DeviceId = deviceIdOf(randomBytes(10));
  const incarnation = uuidV7(Date.now(), randomBytes(16));
  const writer: Writer = { device, person: 'person' as UserId, shopId, role: 'manager' };
  const lines = Array.from({ length: changes }, () => uuidV7(Date.now(), randomBytes(16)));
  const known = { counter: 0, n: 0, bareN: nth * 1_000_000, prev: '', bases: new Map<string, EditId>() };
  const nextEdit = (): EditId => {
    known.counter += 1;
    return editIdOf(device, known.counter);
  };

  const stamp = (id: string): EditId => {
    const edit = nextEdit();
    known.bases.set(id, edit);
    return edit;
  };
  const deps = { shops: shopsOf(database), live: createLive(database), clock: Date.now };
  const send = async (edits: readonly unknown[]) => {
    known.n += 1;
    const batch = { device, incarnation, n: known.n, prev: known.prev, schema: schemaVersion, edits };
    const body = Buffer.from(JSON.stringify(batch));
    const { verdicts } = unwrap(await push(deps, writer, { ...batch, body }));
    known.prev = sha256(body);
    if (verdicts.some(({ verdict }) => verdict !== 'applied')) throw new Error('a push was not taken');
  };
  const parent = { workfileId: uuidV7(Date.now(), randomBytes(16)), estimateId: uuidV7(Date.now(), randomBytes(16)) };
  await send([
    [nextEdit(), 'workfile', parent.workfileId, '*', {}, null],
    [nextEdit(), 'estimate', parent.estimateId, '*', { parent: { workfileId: parent.workfileId } }, null],
    ...lines.map((id) => [stamp(id), 'line', id, '*', { parent }, null]),
  ]);
  return {
    product: () =>
      send(
        lines.map((id) => {
          const base = known.bases.get(id);
          return [
            stamp(id),
            'line',
            id,
            'labor',
            { type: 'body', tenths: known.counter % 9_000, included: false },
            base,
          ];
        }),
      ),
    bare: () =>
      database.lend(async (sql) => {
        known.bareN += 1;
        const edits = lines.map((id) => [
          nextEdit(),
          id,
          'labor',
          { type: 'body', tenths: known.counter, included: false },
        ]);
        await sql.query('select raw_push($1, $2, $3::jsonb)', [bareShop, known.bareN, JSON.stringify(edits)]);
      }),
  };
}
