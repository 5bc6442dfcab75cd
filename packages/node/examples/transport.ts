import { createTransport } from '@genvoris/node';

const transport = createTransport({ timeoutMs: 8000, maxBytes: 64 * 1024 });

const result = await transport.request({
  method: 'GET',
  url: `${process.env.GENVORIS_BACKEND_URL}/status`,
  headers: { authorization: `Bearer ${process.env.GENVORIS_API_KEY}` },
});
if (result.ok) console.log(result.status, result.headers['content-type'], result.body.byteLength > 0);
else console.log(result.failure.kind, result.failure.target);

await transport.close();
