/** Who has what open: told to the shop alone, gone with the PC's stream, and never more than anybody can use. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { liveEvents, maxPlaces, type PcPresence, type Place, presenceHint } from '../../../src-shared/sync/presence.ts';
import { freshId, startTestCloud, type TestCloud, type TestShop } from '../../support/cloud.ts';
import { leaseOf, send, sendRaw } from '../../support/cloud-commands.ts';
import { onServer } from '../../support/cloud-database.ts';
import { call, openPc, type Pc } from '../../support/cloud-pc.ts';

let cloud: TestCloud;
let shop: TestShop;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.close());

const hire = async (where: TestShop = shop, url = cloud.url): Promise<Pc> => openPc(url, await where.hire('estimator'));
const say = (pc: Pc, open: readonly unknown[]) => pc.post('/sync/presence', JSON.stringify({ open }));
const place = (section = 'estimate'): Place => ({ workfile: freshId(), section });

type Event = { readonly name: string; readonly data: unknown };
type Stream = {
  readonly heard: Event[];
  readonly close: () => void;
  readonly ended: Promise<void>;
  /** The present PCs as they were told last. */
  readonly present: () => readonly PcPresence[] | undefined;
};

/** Opens the stream, past its first event. */
async function listen(who: Pc): Promise<Stream> {
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${who.token}` };
  const answer = await fetch(`${who.url}/sync/live`, { headers, signal: ending.signal });
  const heard: Event[] = [];
  const read = async () => {
    let text = '';
    for await (const chunk of answer.body ?? []) {
      const parts = (text + new TextDecoder().decode(chunk)).split('\n\n');
      text = parts.pop() ?? '';
      heard.push(...parts.filter((part) => part.includes('data: ')).map(eventOf));
    }
  };
  const ended = read().catch(() => undefined);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0));
  const present = () => {
    const last = heard.findLast(({ name }) => name === liveEvents.presence);
    return last && presenceHint.parse(last.data).present;
  };
  return { heard, close: () => ending.abort(), ended, present };
}

function eventOf(part: string): Event {
  const name = /^event: (.*)$/m.exec(part)?.[1] ?? 'message';
  return { name, data: JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? 'null') };
}

const untilPresent = ({ present }: Stream, expected: readonly object[]) =>
  vi.waitFor(() => expect(present()).toMatchObject(expected), { timeout: 5_000 });

test('the others hear which PC has what open, who works there, and what it says next', async () => {
  shop = await cloud.openShop();
  const [ann, ben] = [await hire(), await hire()];
  const hints = await listen(ben);
  const open = [place(), place('photos')];
  expect((await say(ann, open)).status).toBe(204);
  await untilPresent(hints, [{ device: ann.identity.device, pc: 'Front desk', by: ann.user.name, open }]);
  const next = [place('contacts')];
  await say(ann, next);
  await untilPresent(hints, [{ device: ann.identity.device, open: next }]);
  await say(ann, []);
  await untilPresent(hints, []);
  hints.close();
});

test('a PC that comes later hears at once what is open', async () => {
  shop = await cloud.openShop();
  const [ann, ben] = [await hire(), await hire()];
  const hers = await listen(ann);
  await say(ann, [place()]);
  const his = await listen(ben);
  await untilPresent(his, [{ device: ann.identity.device }]);
  expect(his.heard.map(({ name }) => name).slice(0, 2)).toEqual(['message', 'presence']);
  hers.close();
  his.close();
});

test('another shop hears nothing of it', async () => {
  shop = await cloud.openShop();
  const ann = await hire();
  const stranger = await hire(await cloud.openShop());
  const [hers, theirs] = [await listen(ann), await listen(stranger)];
  await say(ann, [place()]);
  await untilPresent(hers, [{ device: ann.identity.device }]);
  expect(theirs.present()).toBeUndefined();
  await say(stranger, [place('vehicle')]);
  await untilPresent(theirs, [{ device: stranger.identity.device }]);
  expect(hers.present()).toHaveLength(1);
  hers.close();
  theirs.close();
});

test('it ends with the last stream of the PC', async () => {
  shop = await cloud.openShop();
  const [ann, ben] = [await hire(), await hire()];
  const his = await listen(ben);
  const [first, second] = [await listen(ann), await listen(ann)];
  await say(ann, [place()]);
  await untilPresent(his, [{ device: ann.identity.device }]);
  first.close();
  await first.ended;
  await say(ben, [place()]);
  await untilPresent(his, [{ device: ann.identity.device }, { device: ben.identity.device }]);
  second.close();
  await untilPresent(his, [{ device: ben.identity.device }]);
  expect(his.present()).toHaveLength(1);
  his.close();
});

test('a fourth stream of one PC ends its first', async () => {
  shop = await cloud.openShop();
  const ann = await hire();
  const streams = [await listen(ann), await listen(ann), await listen(ann)];
  const another = await listen(ann);
  await streams[0]?.ended;
  await say(ann, [place()]);
  await untilPresent(another, [{ device: ann.identity.device }]);
  expect(streams[0]?.present()).toBeUndefined();
  for (const stream of [...streams, another]) stream.close();
});

test('what is no list of places, or longer than any, is refused', async () => {
  shop = await cloud.openShop();
  const ann = await hire();
  const many = Array.from({ length: maxPlaces + 1 }, () => place());
  const wrong = [many, [{ workfile: 'x', section: 'estimate' }], [{ ...place(), section: 'A\u0000' }], [{}], ['x']];
  for (const open of wrong) expect((await say(ann, open)).status).toBe(400);
  expect((await ann.post('/sync/presence', JSON.stringify({ open: [], more: 'x'.repeat(9_000) }))).status).toBe(413);
  expect((await call(`${cloud.url}/sync/presence`, 'POST', { body: '{"open":[]}' })).status).toBe(401);
});

test('a PC that floods is told to wait, and disturbs no other', async () => {
  shop = await cloud.openShop();
  const [ann, ben] = [await hire(), await hire()];
  const replies = await Promise.all(Array.from({ length: 40 }, () => say(ann, [place()])));
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0]?.headers.get('retry-after')).toBe('10');
  expect((await say(ben, [place()])).status).toBe(204);
});

test('a PC hears that its command is settled, and no other PC does', async () => {
  shop = await cloud.openShop();
  const [ann, ben] = [await hire(), await hire()];
  const [hers, his] = [await listen(ann), await listen(ben)];
  const command = leaseOf(ann, 5);
  expect(await send(ann, command)).toMatchObject({ state: 'done' });
  const heard = { name: 'command', data: { id: command.id } };
  await vi.waitFor(() => expect(hers.heard).toContainEqual(heard));
  expect((await sendRaw(ann, { ...command, params: { series: 'ro', count: 6, unused: [] } })).status).toBe(409);
  expect(his.heard.filter(({ name }) => name === 'command')).toEqual([]);
  hers.close();
  his.close();
});

test.runIf(onServer)('it is carried to other server processes, and so are its end and a settled command', async () => {
  shop = await cloud.openShop();
  const beside = await cloud.beside();
  const [ann, ben] = [await hire(), await hire(shop, beside.url)];
  const [hers, his] = [await listen(ann), await listen(ben)];
  await say(ann, [place()]);
  await untilPresent(his, [{ device: ann.identity.device, by: ann.user.name }]);
  const there = Object.assign(Object.create(Object.getPrototypeOf(ann)) as Pc, ann, { url: beside.url });
  const command = leaseOf(ann, 5);
  await send(there, command);
  await vi.waitFor(() => expect(hers.heard).toContainEqual({ name: 'command', data: { id: command.id } }));
  hers.close();
  await untilPresent(his, []);
  his.close();
  await beside.close();
});

test.runIf(onServer)(
  'the longest that PCs can say fits into words between processes, and strange words do not',
  async () => {
    shop = await cloud.openShop();
    const beside = await cloud.beside();
    const ben = await hire(shop, beside.url);
    const his = await listen(ben);
    const section = `a${'-'.repeat(39)}`;
    const pcs = await Promise.all([hire(), hire(), hire()]);
    for (const pc of pcs)
      await say(
        pc,
        Array.from({ length: maxPlaces }, () => place(section)),
      );
    await vi.waitFor(() => expect(his.present()?.map(({ open }) => open.length)).toEqual([40, 40, 40]), {
      timeout: 5_000,
    });
    const { signals } = cloud.database;
    for (const word of [{}, { device: 'x' }, { huge: 'x'.repeat(9_000) }]) {
      signals.say(shop.id, { topic: liveEvents.presence, subject: JSON.stringify(word).slice(0, 20) }, word);
    }
    const [first] = pcs;
    if (first !== undefined) await say(first, []);
    await vi.waitFor(() => expect(his.present()).toHaveLength(2));
    his.close();
    await beside.close();
  },
);
