// That photos wait on a metered network, and the way to send them all the same.
import { MessageStrip } from '../../../src-ui/feedback/message-strip.tsx';
import { sendPhotos, useSync } from '../../stores/sync.ts';
import { wordHolding } from '../../words/sync-words.ts';

export function PhotosHeld() {
  const words = useSync(({ state }) => state && wordHolding(state));
  if (words === undefined) return null;
  const send = { id: 'send', title: 'Send now', run: () => void sendPhotos() };
  return <MessageStrip tone='info' what={words} safe='They are kept on this PC.' actions={[send]} />;
}
