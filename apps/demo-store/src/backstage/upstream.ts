import { readFile } from 'node:fs/promises';
import { createScenarioServer, KEY_PREFIX, listScenarios, type ScenarioServer } from '@genvoris/mock';
import { PRODUCTS } from '../shop/products.ts';
import { UNKNOWN_ACCESS } from './scenarios.ts';

const GENERATION_MS = 1_800;

/** The mock servers, with pictures worth looking at: the contract's own example is a single pixel. */
export async function startUpstream(port: number): Promise<ScenarioServer> {
  const server = await createScenarioServer({ port, cors: true, keepRequests: 100, keepBytes: 1 << 24 });
  const failing = new Set(
    listScenarios()
      .filter(({ name, answers }) => name.startsWith('fault_') || answers.some(isFailingTryon))
      .map(({ name }) => name),
  );
  const scenarioOf = (header: string | undefined) => header?.split(KEY_PREFIX)[1] ?? '';

  server.use('getStatus', (request) =>
    scenarioOf(request.header('authorization')) === UNKNOWN_ACCESS
      ? { status: 200, body: { access: 'SUSPENDED', monetizationModel: 'subscription' } }
      : undefined,
  );
  for (const operation of ['upsertCustomer', 'createSession', 'analyzePhoto'] as const) {
    server.use(operation, (request) =>
      scenarioOf(request.header('authorization')) === UNKNOWN_ACCESS ? 'default' : undefined,
    );
  }
  server.use('generateTryon', (request) =>
    failing.has(scenarioOf(request.header('authorization')))
      ? undefined
      : { scenario: 'generated_with_shopper', delayMs: GENERATION_MS },
  );

  const pictures = await loadPictures();
  server.mutate = (answer, request) => {
    if (request.operationId !== 'generateTryon' || answer.status !== 200) return;
    // The form is multipart; the address of the product's picture stands in it as text.
    const form = request.body.toString('latin1');
    const picture = pictures.find(({ garment }) => form.includes(`${garment}\r\n`)) ?? pictures[0];
    const body = JSON.parse(Buffer.from(answer.body).toString('utf8')) as { images: unknown[] };
    body.images = [{ url: picture?.url, width: 720, height: 900, format: 'webp' }];
    return { ...answer, body: Buffer.from(JSON.stringify(body)) };
  };
  return server;
}

function isFailingTryon(answer: { operationId: string; status: number }): boolean {
  return answer.operationId === 'generateTryon' && answer.status !== 200;
}

function loadPictures(): Promise<{ garment: string; url: string }[]> {
  return Promise.all(
    PRODUCTS.map(async ({ garment, tryon }) => {
      const bytes = await readFile(new URL(`../../pictures/${tryon}`, import.meta.url));
      return { garment, url: `data:image/webp;base64,${bytes.toString('base64')}` };
    }),
  );
}
