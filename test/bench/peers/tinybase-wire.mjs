/** TinyBase's synchronizer over one WebSocket between two stores; its own server takes no message above 16 MB. */
import { createCustomSynchronizer } from 'tinybase/synchronizers';
import { WebSocket } from 'ws';

const patienceSeconds = 20;

/** Starts both directions; answers the synchronizer once the first exchange is over. */
export async function synchronize(store, socket, { other, hear }) {
  const send = sender(socket);
  const synchronizer = createCustomSynchronizer(
    store,
    (_to, request, message, body) => send(JSON.stringify([request, message, body])),
    (receive) =>
      socket.on('message', (data) => {
        const [request, message, body] = JSON.parse(String(data));
        if (message === 'state') hear?.(body);
        else receive(other, request, message, body);
      }),
    () => socket.close(),
    patienceSeconds,
  );
  socket.once('close', () => void synchronizer.stopSync());
  await synchronizer.startSync();
  return synchronizer;
}

/** A synchronizer must have started before the first message comes, so what it sends waits until the line is open. */
function sender(socket) {
  const waiting = [];
  socket.once('open', () => {
    for (const text of waiting) socket.send(text);
  });
  return (text) => (socket.readyState === WebSocket.OPEN ? socket.send(text) : waiting.push(text));
}
