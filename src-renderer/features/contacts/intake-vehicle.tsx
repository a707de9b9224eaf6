// The VIN of an intake: checked while it is typed, decoded once it is whole, and looked for in open workfiles.
import { useEffect } from 'react';
import { checkVin, cleanVin } from '../../../src-shared/domain/vehicle/vin.ts';
import type { WorkfileHead } from '../../../src-shared/ipc/shapes.ts';
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { TextField } from '../../../src-ui/fields/text-field.tsx';
import { type KnownVin, leaveIntakeFor, lookAtVin, sayIntake, typeIntake, useIntake } from '../../stores/intake.ts';
import { wordBriefly } from '../../words/failure-words.ts';
import { decodedSummary, wordDecoding, wordVin } from '../../words/vin-words.ts';

export function IntakeVehicle() {
  const { said, typed, known } = useIntake();
  const text = typed.vin ?? said.vin;
  const vin = cleanVin(text);
  const check = wordVin(vin);
  const now = known?.vin === vin ? known : undefined;
  useEffect(() => void lookAtVin(vin), [vin]);
  return (
    <>
      <TextField
        label='VIN'
        wide
        upper
        maxLength={40}
        value={said.vin}
        draft={typed.vin}
        problem={check?.text}
        problemTone={check?.tone}
        hint={now === undefined ? waitingWords(vin) : decodedWords(now)}
        onDraft={(draft) => typeIntake('vin', draft)}
        onCommit={(committed) => {
          sayIntake('vin', cleanVin(committed));
          return undefined;
        }}
      />
      {now?.others.map((head) => (
        <OtherWorkfile key={head.id} head={head} />
      ))}
    </>
  );
}

const waitingWords = (vin: string): string | undefined => (checkVin(vin).possible ? 'Decoding…' : undefined);

/** What the VIN says, in one line. */
function decodedWords({ decoding }: KnownVin): string {
  if ('kind' in decoding) return wordBriefly(decoding);
  const { what, todo = '', tone } = wordDecoding(decoding);
  return tone === 'error' ? `${what} ${todo}` : `${what}: ${decodedSummary(decoding)}. ${todo}`.trim();
}

function OtherWorkfile({ head }: { readonly head: WorkfileHead }) {
  const { id, label, owner } = head;
  return (
    <div className='intake-other'>
      <MessageStrip
        tone='warn'
        what={`This VIN is in an open workfile: ${[label, owner].filter((part) => part !== '').join(', ')}.`}
        todo='Open it if it is the same visit; what you typed is kept for the next intake.'
        actions={[{ id: 'open-other', title: `Open ${label}`, run: () => leaveIntakeFor(id) }]}
      />
    </div>
  );
}
