/** One export through the protocol and a real adapter, whatever becomes of its first request: booked once, or a person is asked. */
import { afterEach, describe, expect, test } from 'vitest';
import { cdkPartner } from '../../../src-cloud/dms/cdk/cdk-partner.ts';
import { openTrackPartner } from '../../../src-cloud/dms/opentrack/opentrack-partner.ts';
import type { Partner } from '../../../src-cloud/dms/partner.ts';
import {
  aged,
  answered,
  type ExportJob,
  type ExportTiming,
  looked,
  mayBeSent,
  newExport,
  take,
} from '../../../src-shared/domain/dms/export-job.ts';
import { type PartnerRequest, recallOf } from '../../../src-shared/domain/dms/partner.ts';
import { cdkSettings } from '../../../src-shared/domain/dms/settings/cdk.ts';
import { openTrackSettings } from '../../../src-shared/domain/dms/settings/opentrack.ts';
import type { PartnerFault } from '../../support/dms/contract-server.ts';
import { fortellisKey, openFortellisServer } from '../../support/dms/fortellis-server.ts';
import { openOpenTrackServer, openTrackUser } from '../../support/dms/opentrack-server.ts';
import { newCustomer, payment, repairOrder, testPorts } from '../../support/dms/partner-requests.ts';
import { cdkSetup, openTrackSetup } from '../../support/dms/shop-setups.ts';

const timing: ExportTiming = { leaseMs: 60_000, timeoutMs: 20_000, slackMs: 5000, lagMs: 30_000 };
/** Two days of a worker that comes by every half minute. */
const rounds = 2 * 24 * 60 * 2;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What a worker does with a job, round after round, until there is nothing left to do for one. */
async function worked(partner: Partner, request: PartnerRequest): Promise<ExportJob> {
  const recall = recallOf(partner.capabilities, request.kind);
  let job = newExport;
  for (let now = 0; now < rounds * 30_000; now += 30_000) {
    const taken = take(job, recall, now, timing);
    if (taken === null) continue;
    job = taken.job;
    const mine = job.fence;
    if (taken.errand === 'look') {
      const found = await partner.lookUp(request.kind, request.reference);
      if (found.kind === 'answer') job = looked(job, mine, found.value, { now, timing });
    }
    if (!mayBeSent(job, mine, now, timing)) continue;
    job = answered(job, mine, await partner.send('key-1', request), { recall, timing });
    if (job.state.kind === 'posted' || job.state.kind === 'failed') return job;
  }
  return aged(job, recall, rounds * 30_000, timing);
}

async function cdk() {
  const server = await openFortellisServer();
  closing.push(server.close);
  const settings = cdkSettings.parse(cdkSetup);
  const here = { ...settings, url: server.url, tokenUrl: `${server.url}/token` };
  return { server, partner: cdkPartner({ settings: here, secrets: fortellisKey }, testPorts()) };
}

async function openTrack() {
  const server = await openOpenTrackServer();
  closing.push(server.close);
  const settings = { ...openTrackSettings.parse(openTrackSetup), url: server.url };
  const partner = openTrackPartner({ settings, secrets: openTrackUser }, testPorts());
  await partner.send('key-0', newCustomer());
  return { server, partner };
}

const unavailable = { status: 503, body: '' };
const faults: readonly [string, (on: string) => PartnerFault][] = [
  ['a request that was lost', (on) => ({ kind: 'lost-request', on })],
  ['an answer that was lost', (on) => ({ kind: 'lost-answer', on })],
  ['half an answer', (on) => ({ kind: 'half-answer', on })],
  ['an answer of the road', (on) => ({ kind: 'answer', answer: unavailable, on })],
];

describe.each(faults)('after %s', (_name, faultOn) => {
  test('a repair order is in CDK Drive once', async () => {
    const { server, partner } = await cdk();
    server.lay(faultOn('"serviceLineItems"'));
    const job = await worked(partner, repairOrder());
    expect(job.state).toEqual({ kind: 'posted', reference: '612001' });
    expect(server.books.repairOrders).toHaveLength(1);
  });

  test('a repair order is in Dealertrack once', async () => {
    const { server, partner } = await openTrack();
    server.lay(faultOn('<AddRepairOrder'));
    const job = await worked(partner, repairOrder({ customerId: '1000001', vehicleId: '1HGCM82633A004352' }));
    expect(job.state).toEqual({ kind: 'posted', reference: '6000551' });
    expect(server.books.orders).toHaveLength(1);
  });

  test.each(['startWIP', 'transWIP', 'postWIP'])(
    'of %s a payment is in the ledger once at most, and a person is asked',
    async (step) => {
      const { server, partner } = await cdk();
      server.lay(faultOn(step));
      const job = await worked(partner, payment());
      expect(job.state).toEqual({ kind: 'needs-check' });
      expect(server.ledger.booked().length).toBeLessThanOrEqual(1);
      expect(server.asked().filter(({ path }) => path.endsWith('startWIP'))).toHaveLength(1);
    },
  );
});
