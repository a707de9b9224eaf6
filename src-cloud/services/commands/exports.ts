/** Asks for an export to the shop's dealer's system. */
import { because, type Effect } from './command-room.ts';

type Exporting =
  | 'export-payment'
  | 'export-customer'
  | 'export-vehicle'
  | 'reserve-repair-id'
  | 'export-repair-order'
  | 'resolve-export';

const unconnected = async () => because('no-connection');

export const exports: { readonly [N in Exporting]: Effect<N> } = {
  'export-payment': unconnected,
  'export-customer': unconnected,
  'export-vehicle': unconnected,
  'reserve-repair-id': unconnected,
  'export-repair-order': unconnected,
  'resolve-export': unconnected,
};
