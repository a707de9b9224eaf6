/** A cloud whose one shop has people and nothing else: the folder, then the port. */
import path from 'node:path';
import { startCloud } from '../../src-cloud/server.ts';
import { joinShop, openShop } from '../../src-cloud/services/shops.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';

const [, , folder = '', port = '0'] = process.argv;
const shop = { id: '01933c00-0000-7000-8000-00000000e3b0' as ShopId, name: 'New Shop', timeZone: 'America/Chicago' };

const cloud = await startCloud({
  place: { kind: 'folder', folder },
  photosFolder: path.join(folder, 'photos'),
  secret: 'a secret of a test, long enough for one',
  host: '127.0.0.1',
  port: Number(port),
  demoWorkfiles: 0,
  log: () => undefined,
});
await openShop(cloud.database, shop);
const owner = await cloud.authenticator.ensureUser({
  name: 'Alex Winter',
  email: 'owner@new.example.com',
  password: 'new-shop-owner',
});
await joinShop(cloud.database, shop.id, owner, 'administrator');
process.once('SIGTERM', () => void cloud.close().then(() => process.exit(0)));
process.stdout.write(`shopfile-cloud: listening ${cloud.url}\n`);
