// What came of decoding, in one line below the VIN.
import { Icon } from '../../../src-ui/icons/icon.tsx';
import { wordFailure } from '../../words/failure-words.ts';
import { type DecodingWords, decodedSummary, wordDecoding } from '../../words/vin-words.ts';
import type { DecodingState } from './use-decoding.ts';

const icons = { ok: 'check', warn: 'warning', error: 'error' } as const;

export function DecodingResult({ state, vin }: { readonly state: DecodingState; readonly vin: string }) {
  const words = wordsOf(state, vin);
  return (
    <output className='vin-result' aria-live='polite' data-tone={words?.tone}>
      {words && (
        <>
          <Icon name={icons[words.tone]} />
          <span>
            <strong>{words.what}</strong> {words.todo}
          </span>
        </>
      )}
    </output>
  );
}

function wordsOf(state: DecodingState, vin: string): DecodingWords | undefined {
  if (state.kind === 'failed') {
    const { what, todo = '' } = wordFailure(state.failure);
    return { tone: 'error', what, todo };
  }
  // A result belongs to the VIN it was made from.
  if (state.kind !== 'decoded' || state.decoding.vin !== vin) return undefined;
  const words = wordDecoding(state.decoding);
  return words.tone === 'error' ? words : { ...words, todo: `${decodedSummary(state.decoding)}. ${words.todo ?? ''}` };
}
