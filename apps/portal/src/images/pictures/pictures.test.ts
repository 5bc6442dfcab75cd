import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { AbandonedError, GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../photo/picture.ts';
import { createPictures, type Pictures, type PicturesOptions } from './pictures.ts';

function flat(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#7a8' } });
}
const PHOTO = await flat(2000, 2000).jpeg().toBuffer();
/** Half a second or more of work. */
const LONG = await flat(6300, 6300).png({ compressionLevel: 9 }).toBuffer();

const opened: Pictures[] = [];
afterEach(async () => {
  for (const pictures of opened.splice(0)) await pictures.close();
});

function open(options?: PicturesOptions) {
  const pictures = createPictures(options);
  opened.push(pictures);
  return { pictures, store: pictures.for({ owner: 'store' }), other: pictures.for({ owner: 'other' }) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the picture processes', () => {
  it('start with the first job, answer as the work would here, and stop when they are idle', async () => {
    const { pictures, store } = open({ idleMs: 50 });
    expect(pictures.processIds()).toEqual([]);
    const { source, picture } = await store.read(PHOTO);
    const [pid = 0] = pictures.processIds();
    expect(isAlive(pid)).toBe(true);
    expect(source).toEqual({ format: 'jpeg', width: 2000, height: 2000 });
    expect(Buffer.isBuffer(picture.bytes)).toBe(true);
    expect((await store.analyze(PHOTO)).warnings).toContain(
      'The photo looks blurred. Hold the camera still.',
    );
    const refused = await store.read(Buffer.from('GIF89a')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PictureRejectedError);
    expect(refused).toMatchObject({ reason: 'unsupported_format' });
    await until(() => pictures.processIds().length === 0 && !isAlive(pid));
    expect((await store.read(PHOTO)).source.width).toBe(2000);
  });

  it('take their job along when they break down, and no other one', async () => {
    const { pictures, store, other } = open({ atOnce: 2 });
    const jobs = [store.read(LONG), other.read(LONG)];
    await until(() => pictures.processIds().length === 2);
    const settled = Promise.allSettled(jobs);
    process.kill(pictures.processIds()[0] ?? 0, 'SIGKILL');
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect((await store.read(PHOTO)).source.width).toBe(2000);
  });

  it('are ended by a job that passes its bound of time, which is refused for that', async () => {
    const { pictures, store } = open({ cpuMs: 10 });
    const reading = store.read(LONG);
    await until(() => pictures.processIds().length === 1);
    const [pid = 0] = pictures.processIds();
    await expect(reading).rejects.toMatchObject({ code: 'photo_rejected', reason: 'too_complex' });
    await until(() => !isAlive(pid));
  });

  it('are ended by a job that passes its bound of memory', async () => {
    const { store } = open({ memoryBytes: 1_048_576 });
    await expect(store.read(LONG)).rejects.toMatchObject({ reason: 'too_complex' });
  });

  it('are ended by a job that gets nowhere, which may be tried again', async () => {
    const { store } = open({ wallMs: 1 });
    await expect(store.read(LONG)).rejects.toBeInstanceOf(GateFullError);
  });

  it('are ended with a job that was given up', async () => {
    const { pictures } = open();
    const leaving = new AbortController();
    const reading = pictures.for({ owner: 'store', signal: leaving.signal }).read(LONG);
    await until(() => pictures.processIds().length === 1);
    const [pid = 0] = pictures.processIds();
    leaving.abort();
    await expect(reading).rejects.toBeInstanceOf(AbandonedError);
    await until(() => !isAlive(pid));
  });

  it('never see a job that was given up while it waited', async () => {
    const { pictures, store } = open({ atOnce: 1 });
    const leaving = new AbortController();
    const long = store.read(LONG);
    await until(() => pictures.processIds().length === 1);
    const [pid = 0] = pictures.processIds();
    const waiting = pictures.for({ owner: 'store', signal: leaving.signal }).read(PHOTO);
    leaving.abort();
    await expect(waiting).rejects.toBeInstanceOf(AbandonedError);
    await long;
    expect(pictures.processIds()).toEqual([pid]);
  });

  it('are not all one owner’s: another’s job is done before those that came first', async () => {
    const { store, other } = open({ atOnce: 2 });
    const done: string[] = [];
    const flood = Array.from({ length: 6 }, (_, n) => store.read(LONG).then(() => done.push(`flood ${n}`)));
    await other.read(PHOTO).then(() => done.push('other'));
    await Promise.all(flood);
    expect(done.indexOf('other')).toBeLessThan(2);
  });

  it('turn away what comes when as many of the owner wait as may', async () => {
    const { store, other } = open({ atOnce: 1, waiting: 2 });
    const flood = Array.from({ length: 6 }, () => store.read(PHOTO));
    const results = Promise.allSettled(flood);
    expect((await other.read(PHOTO)).source.width).toBe(2000);
    expect((await results).map(({ status }) => status)).toEqual([
      ...Array(3).fill('fulfilled'),
      ...Array(3).fill('rejected'),
    ]);
    for (const result of (await results).slice(3)) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(GateFullError);
    }
  });

  it.runIf(process.platform === 'linux')('find no secret in their environment', async () => {
    process.env.GENVORIS_SECRET = 'CANARY of the environment, 32 bytes long';
    const { pictures, store } = open();
    await store.read(PHOTO);
    const environment = readFileSync(`/proc/${pictures.processIds()[0]}/environ`, 'utf8');
    delete process.env.GENVORIS_SECRET;
    expect(environment).toContain('PATH=');
    expect(environment).not.toMatch(/CANARY|GENVORIS|DATABASE/);
  });
});
