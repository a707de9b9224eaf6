// What this PC's network may be used for: where it is paid by what it carries, photos and documents wait until somebody sends them.
import { Button } from '../../../src-ui/actions/button.tsx';
import { CheckField } from '../../../src-ui/fields/check-field.tsx';
import { meterPhotos, sendPhotos, useSync } from '../../stores/sync.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { wordHolding } from '../../words/sync-words.ts';

export function NetworkSection() {
  const sync = useSync(({ state }) => state);
  if (sync === undefined) return null;
  const words = wordHolding(sync);
  return (
    <section className='pc-part' aria-labelledby='pc-network'>
      <h2 id='pc-network'>Network</h2>
      <CheckField
        label='Metered network: photos and documents wait until you send them; edits go as always'
        value={sync.metering !== 'off'}
        onCommit={async (isOn) => {
          const failure = await meterPhotos(isOn);
          return failure && wordBriefly(failure);
        }}
      />
      {words !== undefined && (
        <>
          <p className='pc-state'>{words}</p>
          <div className='pc-acts'>
            <Button onPress={() => void sendPhotos()}>Send now</Button>
          </div>
        </>
      )}
    </section>
  );
}
