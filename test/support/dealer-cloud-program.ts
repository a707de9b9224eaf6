/** A cloud whose one shop exports to a simulated dealer that is there already: the folder, the port, then where the dealer is. */
import path from 'node:path';
import { startCloud } from '../../src-cloud/server.ts';
import { joinShop, openShop } from '../../src-cloud/services/shops.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import { staff } from './dealer-staff.ts';

const [, , folder = '', port = '0', url = ''] = process.argv;
const shop = {
  id: '01933c00-0000-7000-8000-00000000de80' as ShopId,
  name: 'Dealer Body Shop',
  timeZone: 'America/Chicago',
};

const cloud = await startCloud({
  place: { kind: 'folder', folder },
  photosFolder: path.join(folder, 'photos'),
  secret: 'a secret of a test, long enough for one',
  host: '127.0.0.1',
  port: Number(port),
  demoWorkfiles: 0,
  dealer: { url },
  // A lost answer costs a lease: some seconds, so that a slow machine has time to send.
  exportTiming: { leaseMs: 8_000, timeoutMs: 4_000, slackMs: 100, lagMs: 300 },
  log: () => undefined,
});
await openShop(cloud.database, shop);
for (const [role, person] of Object.entries(staff)) {
  const user = await cloud.authenticator.ensureUser(person);
  await joinShop(cloud.database, shop.id, user, role as keyof typeof staff);
}
process.once('SIGTERM', () => void cloud.close().then(() => process.exit(0)));
process.stdout.write(`shopfile-cloud: listening ${cloud.url}\n`);
