/** One event of a stream. */
export interface ServerSentEvent {
  readonly id: string | undefined;
  readonly data: string;
}

/** Reads server-sent events (WHATWG HTML, 9.2.6), as far as the portal writes them: `id` and `data`. */
export async function* readEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').filter((line) => !line.startsWith(':'));
      const value = (name: string) =>
        fields.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = value('data');
      if (data !== undefined) yield { id: value('id'), data };
    }
  }
}
