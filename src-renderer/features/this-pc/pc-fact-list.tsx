// Who this PC is to the shop, the numbers it holds, the room its data take, and its versions.
import type { PcFacts } from '../../../src-shared/ipc/pc-shapes.ts';
import { wordNumbers, wordRoom } from '../../words/pc/pc-words.ts';

export function PcFactList({ facts }: { readonly facts: PcFacts }) {
  const { name, device, numbers, storage, versions } = facts;
  return (
    <section className='pc-part' aria-labelledby='pc-facts'>
      <h2 id='pc-facts'>This PC</h2>
      <dl className='pc-facts'>
        <Fact name='Name' text={name} />
        <Fact name='Device' text={device} />
        <Fact name='RO numbers' text={wordNumbers(numbers)} />
        <Fact name='Data' text={wordRoom(storage.database)} />
        <Fact name='Photos' text={wordRoom(storage.photos)} />
        <Fact name='Backups' text={wordRoom(storage.backups)} />
        <Fact name='Logs' text={wordRoom(storage.logs)} />
        <Fact name='Free on this disk' text={wordRoom(storage.free)} />
        <Fact
          name='Versions'
          text={`Shopfile ${versions.app}, data ${versions.schema}, SQLite ${versions.sqlite}, ${versions.runtime}`}
        />
      </dl>
    </section>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </>
  );
}
