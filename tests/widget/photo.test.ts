import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHarness, expectState, tryonButton } from './harness.ts';
import { ALLOWED, BUTTON, json, nonces, PROXY, SCRIPT } from './shop.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const JPEG = bytes('\xff\xd8\xff\xe0 a picture');
const PNG = bytes('\x89PNG\r\n\x1a\n a picture');
const WEBP = bytes('RIFF....WEBPVP8 a picture');
const HEIC = bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic');

const USE_A_PHOTO = 'Use a JPEG, PNG or WebP photo.';
const IS_HEIC = 'This is a HEIC photo. Choose one that is saved as JPEG, PNG or WebP.';
const CHOOSE_AGAIN = 'This photo could not be read from your device. Choose it again.';

describe('the photo', () => {
  const harness = createHarness();
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'photo-'));
    const { routes } = harness.shop;
    routes.set(`${PROXY}/nonce`, nonces());
    routes.set(`${PROXY}/proxy/api/analyze`, json({ code: 'photo_rejected', message: 'x' }, 422));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function open(): Promise<Page> {
    const shop = await harness.open(`<input type="file" id="other">${BUTTON}${SCRIPT}`, json(ALLOWED));
    await expectState(shop, 'trigger');
    await tryonButton(shop).click();
    return shop;
  }
  const choose = (shop: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
    shop.locator('dialog input').setInputFiles(files);
  const submit = (shop: Page) => shop.locator('dialog .primary').click();
  const problem = (shop: Page) => shop.locator('dialog [role=alert]').textContent();
  const sent = () =>
    harness.shop.taken
      .filter(({ path }) => path.endsWith('/analyze'))
      .map(({ body }) =>
        /filename="photo"\r\nContent-Type: (\S+)\r\n\r\n(.*?)\r\n--/s.exec(body.toString('latin1')),
      );

  it('is what its bytes say, whatever its name and type are', async () => {
    const shop = await open();
    for (const [name, mimeType, buffer, type] of [
      ['a.jpg', 'image/jpg', JPEG, 'image/jpeg'],
      ['a.jpg', '', JPEG, 'image/jpeg'],
      ['a', 'application/octet-stream', JPEG, 'image/jpeg'],
      ['a.png', 'image/pjpeg', JPEG, 'image/jpeg'],
      ['a.txt', 'text/plain', PNG, 'image/png'],
      ['a.heic', 'image/heic', WEBP, 'image/webp'],
      ['a.png', 'image/png', bytes('not known here'), 'image/png'],
    ] as const) {
      await choose(shop, { name, mimeType, buffer });
      await submit(shop);
      await expect.poll(() => problem(shop)).toBe('This photo cannot be used. Choose another one.');
      expect(sent().at(-1)?.slice(1)).toEqual([type, buffer.toString('latin1')]);
    }
  });

  it('is refused for what it is, before anything is sent', async () => {
    const shop = await open();
    for (const [name, mimeType, buffer, said] of [
      ['a.heic', '', HEIC, IS_HEIC],
      ['a.jpg', 'image/jpeg', HEIC, IS_HEIC],
      ['a.heif', 'image/heif', bytes('\0\0\0\x1cftypmif1\0\0\0\0heic'), IS_HEIC],
      ['a.avif', 'image/avif', bytes('\0\0\0\x1cftypavif\0\0\0\0mif1'), USE_A_PHOTO],
      ['a.mp4', 'video/mp4', bytes('\0\0\0\x18ftypmp42\0\0\0\0'), USE_A_PHOTO],
      ['a.jpg', 'image/jpeg', bytes('%PDF-1.7'), USE_A_PHOTO],
      ['a.png', 'image/png', bytes('GIF89a'), USE_A_PHOTO],
      ['a.png', 'image/png', bytes('\n<svg>'), USE_A_PHOTO],
      ['a.txt', 'text/plain', bytes('hello'), USE_A_PHOTO],
      ['a.jpg', 'image/jpeg', bytes(''), 'This photo is damaged. Choose another one.'],
    ] as const) {
      await choose(shop, { name, mimeType, buffer });
      await expect.poll(() => problem(shop)).toBe(said);
      await submit(shop);
      expect(await problem(shop)).toBe(said);
      await choose(shop, { name: 'good.jpg', mimeType: 'image/jpeg', buffer: JPEG });
      await expect.poll(() => problem(shop)).toBe('');
    }
    expect(sent()).toEqual([]);
  });

  it('is kept as it was when it was chosen, though its file changes or goes', async () => {
    const file = join(folder, 'me.jpg');
    const shop = await open();
    for (const meanwhile of [() => appendFile(file, 'more'), () => rm(file)]) {
      await writeFile(file, JPEG);
      await choose(shop, file);
      await expect.poll(() => shop.locator('dialog .file-name').textContent()).toBe('me.jpg');
      await meanwhile();
      await submit(shop);
      await expect.poll(() => problem(shop)).toContain('cannot be used');
    }
    expect(sent().map((one) => one?.[2])).toEqual([JPEG.toString('latin1'), JPEG.toString('latin1')]);
  });

  it('is asked for again when it cannot be read', async () => {
    const file = join(folder, 'me.jpg');
    await writeFile(file, JPEG);
    const shop = await open();
    await shop.locator('#other').setInputFiles(file);
    await rm(file);
    // As if it had been withdrawn between the choice and the reading of it.
    await shop.evaluate(() => {
      const gone = document.querySelector<HTMLInputElement>('#other')?.files?.[0] as File;
      const input = document.querySelector('[data-genvoris-dialog]')?.shadowRoot?.querySelector('input');
      const transfer = new DataTransfer();
      transfer.items.add(gone);
      if (input) input.files = transfer.files;
      input?.dispatchEvent(new Event('change'));
    });
    await expect.poll(() => problem(shop)).toBe(CHOOSE_AGAIN);
    await writeFile(file, JPEG);
    await choose(shop, file);
    await expect.poll(() => problem(shop)).toBe('');
  });

  it('is taken where it is dropped, and opens in the place of nothing', async () => {
    const file = join(folder, 'me.jpg');
    await writeFile(file, JPEG);
    const shop = await open();
    const cdp = await shop.context().newCDPSession(shop);
    const drop = async (target: string) => {
      const box = await shop.locator(target).boundingBox();
      if (!box) throw new Error(`no ${target}`);
      const data = { items: [], files: [file], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await cdp.send('Input.dispatchDragEvent', { type, x: box.x + 5, y: box.y + 5, data });
      }
    };
    await drop('dialog h2');
    await drop('dialog .drop');
    await expect.poll(() => shop.locator('dialog .file-name').textContent()).toBe('me.jpg');
  });

  it('can be the same one again, leaves no name in the field, and is sent once when pressed twice', async () => {
    const shop = await open();
    await choose(shop, { name: 'a.jpg', mimeType: 'image/jpeg', buffer: JPEG });
    expect(await shop.locator('dialog input').inputValue()).toBe('');
    expect(await shop.locator('dialog .file-name').textContent()).toBe('a.jpg');
    await shop.locator('dialog .primary').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await expect.poll(() => problem(shop)).toContain('cannot be used');
    expect(sent()).toHaveLength(1);
  });
});
