import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { REPOSITORY } from '../contract/repository.ts';
import { judgeRepository } from './judge-repository.ts';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'genvoris-breaking-'));
  const take = (from: string, to = from) =>
    cpSync(join(REPOSITORY, from), join(copy, to), { recursive: true });
  take('packages/contract/specs');
  take('packages/contract/specs', 'openapi/released');
  for (const name of ['storefront', 'widget']) {
    take(`packages/${name}/package.json`);
    take(`packages/${name}/src`);
  }
  mkdirSync(join(copy, '.changeset'));
  const version = '{ "version": "1.0.0" }';
  writeFileSync(join(copy, 'packages/contract/package.json'), version);
  writeFileSync(join(copy, 'openapi/released/release.json'), version);
});

afterEach(() => rmSync(copy, { recursive: true, force: true }));

// biome-ignore lint/suspicious/noExplicitAny: a spec is edited by path, as a person would
type Spec = any;

/** Changes the bundled spec of the copy; every path in these tests is one that the spec has. */
function edit(spec: string, change: (document: Spec) => void): void {
  const file = join(copy, 'packages', 'contract', 'specs', `${spec}.json`);
  const document: Spec = JSON.parse(readFileSync(file, 'utf8'));
  const before = JSON.stringify(document);
  change(document);
  if (JSON.stringify(document) === before) throw new Error(`The edit changed nothing in ${spec}.`);
  writeFileSync(file, JSON.stringify(document));
}

/** A schema by its title, wherever bundling put it. */
function schema(document: Spec, title: string): Spec {
  const found = Object.values<Spec>(document.components.schemas).find(
    (candidate) => candidate.title === title,
  );
  if (!found) throw new Error(`No schema is titled ${title}.`);
  return found;
}

function announce(bump: 'patch' | 'minor' | 'major'): void {
  writeFileSync(
    join(copy, '.changeset', 'brave-cats-run.md'),
    `---\n"@genvoris/contract": ${bump}\n---\n\nTold.\n`,
  );
}

async function gate(): Promise<{ passes: boolean; says: string }> {
  const { ok, text } = await judgeRepository(copy);
  return { passes: ok, says: text };
}

/** The same by the command. */
function command(): { passes: boolean; says: string } {
  try {
    const says = execFileSync(process.execPath, [join(import.meta.dirname, 'main.ts'), '--root', copy], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { passes: true, says };
  } catch (error) {
    return { passes: false, says: (error as { stderr: string }).stderr };
  }
}

describe('a contract that did not change', () => {
  it('passes without a changeset', () => {
    expect(command()).toEqual({
      passes: true,
      says: 'Since 1.0.0: 0 breaking, 0 added; waiting changesets: none.\n',
    });
  });
});

describe('a breaking change', () => {
  const cases: Record<string, [spec: string, change: (document: Spec) => void, says: RegExp]> = {
    'an access value is removed': [
      'status',
      (document) => {
        const access = schema(document, 'Access');
        access.enum = access.enum.filter((value: string) => value !== 'LOCKED');
        delete access['x-values'].LOCKED;
      },
      /status: Access\.LOCKED\n {4}LOCKED is removed or renamed/,
    ],
    "an access value's place in the page changes": [
      'status',
      (document) => (schema(document, 'Access')['x-values'].EXHAUSTED.ui = 'hidden'),
      /Access\.EXHAUSTED\n {4}its ui was reset_notice and is hidden/,
    ],
    "an error code's status changes": [
      'storefront',
      (document) => (schema(document, 'ErrorCode')['x-values'].quota_exhausted.status = 403),
      /storefront: ErrorCode\.quota_exhausted\n {4}its status was 402 and is 403/,
    ],
    'a rate limit goes down': [
      'status',
      (document) => (document.paths['/status'].get['x-rate-limit'].limit = 60),
      /GET \/status\n {4}x-rate-limit\.limit was 120 and is 60/,
    ],
    'a body limit goes down': [
      'tryon',
      (document) => (document.paths['/api/tryon'].post['x-body-limit'] /= 2),
      /POST \/api\/tryon\n {4}x-body-limit was \d+ and is \d+/,
    ],
    'a field is removed from an answer': [
      'status',
      (document) => delete schema(document, 'StatusFields').properties.overageEnabled,
      /GET \/status\n {4}.*overageEnabled/,
    ],
    'a field of an answer changes its type': [
      'status',
      (document) => (schema(document, 'Quota').properties.used = { type: 'string' }),
      /GET \/status\n {4}.*used/,
    ],
    'a required field of an answer becomes optional': [
      'status',
      (document) => (schema(document, 'StatusFields').required = []),
      /GET \/status\n {4}.*access/,
    ],
    'an id in a path is held to more': [
      'v1',
      (document) => (document.components.parameters.CustomerPathId.schema.pattern = '^ec_'),
      /GET \/api\/v1\/customers\/\{id\}\n {4}added the pattern `\^ec_`/,
    ],
    'fewer photos will do': [
      'tryon',
      (document) => {
        schema(document, 'TryonForm').properties.photo['x-picture'].maxPixels /= 2;
      },
      /x-picture\.maxPixels of the request \(multipart\/form-data\) at \/photo was 40000000 and is 20000000/,
    ],
    'an operation is removed': [
      'tryon',
      (document) => delete document.paths['/api/analyze'],
      /POST \/api\/analyze\n {4}.*removed/,
    ],
    'an operation is renamed': [
      'status',
      (document) => (document.paths['/status'].get.operationId = 'readStatus'),
      /the operation getStatus is now readStatus/,
    ],
    'a way to authenticate is removed': [
      'status',
      (document) => (document.security = [{ ApiKeyBearer: [] }]),
      /ApiKeyQuery is no longer enough to call it/,
    ],
    'a request asks for more': [
      'storefront',
      (document) => (document.paths['/status'].get.parameters[0].required = true),
      /GET \/status\n {4}.*product_id.*required/,
    ],
    'the translation of an upstream error changes': [
      'storefront',
      (document) => (document.info['x-translation'].statuses['404'] = 'internal_error'),
      /Translation by status\.404\n {4}it was path_not_allowed and is internal_error/,
    ],
    'the form of a header changes': [
      'status',
      (document) => {
        const header = Object.values<Spec>(document.components.headers).find(({ schema }) =>
          schema?.pattern?.includes('GMT'),
        );
        header.schema.pattern = '^[0-9]+$';
      },
      /the header Retry-After of the answer 429 was/,
    ],
  };

  it.each(Object.entries(cases))(
    'fails when %s, naming it and whom it breaks',
    async (_, [spec, change, says]) => {
      edit(spec, change);
      const { passes, says: said } = await gate();
      expect(said).toMatch(says);
      expect(said).toMatch(/breaks (@genvoris|whoever)/);
      expect(said).toContain('pick "major"');
      expect(passes).toBe(false);
    },
  );

  it('names the packages whose code uses the removed value', () => {
    edit('storefront', (document) => delete schema(document, 'ErrorCode')['x-values'].cross_origin);
    const { passes, says } = command();
    expect(says).toMatch(/cross_origin is removed or renamed.*\n {4}breaks .*@genvoris\/storefront/);
    expect(passes).toBe(false);
  });

  it('is not excused by a minor changeset, and is by a major one', async () => {
    edit('status', (document) => delete schema(document, 'Access')['x-values'].LOCKED);
    announce('minor');
    expect((await gate()).passes).toBe(false);
    announce('major');
    expect((await gate()).passes).toBe(true);
  });
});

describe('an addition', () => {
  const addAccess = () =>
    edit('status', (document) => {
      const access = schema(document, 'Access');
      access.enum.push('PREVIEW');
      access['x-values'].PREVIEW = { ui: 'hidden', description: 'A new value.' };
    });

  it('of an access value asks for a minor changeset and breaks nothing', async () => {
    addAccess();
    const { passes, says } = await gate();
    expect(says).toContain('0 breaking, 1 added');
    expect(says).toMatch(/Access\.PREVIEW\n {4}PREVIEW is new/);
    expect(says).toContain('pick "minor"');
    expect(passes).toBe(false);
    announce('patch');
    expect((await gate()).passes).toBe(false);
    announce('minor');
    expect((await gate()).passes).toBe(true);
  });

  it('of an error code that an operation now shows breaks nothing', async () => {
    edit('status', (document) => {
      const code = schema(document, 'ErrorCode');
      code.enum.push('store_closed');
      code['x-values'].store_closed = { status: 403, retryable: false, readsAs: 'ERROR', message: 'Closed.' };
    });
    announce('minor');
    expect(await gate()).toMatchObject({ passes: true });
  });

  it('of an optional field to an answer asks for a minor changeset', async () => {
    edit(
      'status',
      (document) => (schema(document, 'StatusFields').properties.trialEndsAt = { type: 'string' }),
    );
    expect((await gate()).says).toMatch(/0 breaking, [1-9]\d* added/);
    announce('minor');
    expect((await gate()).passes).toBe(true);
  });
});

describe('prose', () => {
  it('changes freely', async () => {
    edit('status', (document) => {
      schema(document, 'Access')['x-values'].LOCKED.description = 'Said better.';
      document.paths['/status'].get.description = 'Said better.';
    });
    expect((await gate()).passes).toBe(true);
  });
});
