/** Lines of text as the body of an answer: many lines a chunk, and the next are made only when the PC has taken the last. */

const chunkLength = 64 * 1024;

export function lineStream(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      let text = '';
      while (text.length < chunkLength) {
        const line = await lines.next();
        if (line.done) break;
        text += `${line.value}\n`;
      }
      if (text === '') controller.close();
      else controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
