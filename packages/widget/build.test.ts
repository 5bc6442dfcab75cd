import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleWidget } from './build.ts';

describe('widget.js', async () => {
  const script = await bundleWidget();

  it('is a classic script of at most 15.5 kB gzipped', () => {
    expect(() => new Function(script)).not.toThrow();
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(15_500);
  });

  it('carries the shoppers’ words and nothing else of the contract', () => {
    expect(script).toContain('Try-on cannot be reached for the moment.');
    for (const absent of ['schemaPath', 'proxyTryon', 'A try-on may start now', 'upsertCustomer', 'node:']) {
      expect(script).not.toContain(absent);
    }
  });

  it('parses no markup, evaluates no text and keeps nothing but the id of the visit', () => {
    for (const absent of [
      'innerHTML',
      'insertAdjacentHTML',
      'document.write',
      'eval(',
      'Function(',
      'localStorage',
      '.cookie',
      'console.log',
      'console.error',
    ]) {
      expect(script).not.toContain(absent);
    }
    expect(script.match(/\w+Storage\.\w+/g)).toEqual(['sessionStorage.getItem', 'sessionStorage.setItem']);
  });
});
