import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createMysqlLedger } from '../src/mysql.ts';
import { createPostgresLedger } from '../src/postgres.ts';

describe.each([
  ['mysql', createMysqlLedger],
  ['postgres', createPostgresLedger],
])('an address of %s that is none', (protocol, create) => {
  it.each(['://shop:the-password@127.0.0.1:port/name', '://shop:the-password'])(
    'is refused without the password: %s',
    async (rest) => {
      const open = async () => create({ url: protocol + rest }).open();
      const error = await open().catch((thrown) => thrown);
      expect(error).toBeInstanceOf(TypeError);
      expect(inspect(error)).not.toContain('the-password');
    },
  );
});
