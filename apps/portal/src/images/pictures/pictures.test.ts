import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { GateFullError } from '../../foundation/gate.ts';
import { PictureRejectedError } from '../photo/picture.ts';
import { createPictures, type Pictures, type PicturesOptions } from './pictures.ts';

const PHOTO = await sharp({ create: { width: 2000, height: 2000, channels: 3, background: '#7a8' } })
  .jpeg()
  .toBuffer();

const opened: Pictures[] = [];
afterEach(async () => {
  for (const pictures of opened.splice(0)) await pictures.close();
});

function open(options?: PicturesOptions): Pictures {
  const pictures = createPictures(options);
  opened.push(pictures);
  return pictures;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('the picture process', () => {
  it('starts with the first job, answers as the work would here, and stops when it is idle', async () => {
    const pictures = open({ idleMs: 50 });
    expect(pictures.processId()).toBeUndefined();
    const { source, picture } = await pictures.read(PHOTO);
    const pid = pictures.processId() ?? 0;
    expect(isAlive(pid)).toBe(true);
    expect(source).toEqual({ format: 'jpeg', width: 2000, height: 2000 });
    expect(Buffer.isBuffer(picture.bytes)).toBe(true);
    expect(await pictures.warnings(picture, source)).toContain(
      'The photo looks blurred. Hold the camera still.',
    );
    const refused = await pictures.read(Buffer.from('GIF89a')).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(PictureRejectedError);
    expect(refused).toMatchObject({ reason: 'unsupported_format' });
    await until(() => pictures.processId() === undefined && !isAlive(pid));
    expect((await pictures.read(PHOTO)).source.width).toBe(2000);
  });

  it('takes its jobs along when it breaks down, and no later one', async () => {
    const pictures = open({ atOnce: 2 });
    await pictures.read(PHOTO);
    const pid = pictures.processId() ?? 0;
    const jobs = [pictures.read(PHOTO), pictures.read(PHOTO)];
    const settled = Promise.allSettled(jobs);
    process.kill(pid, 'SIGKILL');
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await pictures.read(PHOTO)).source.width).toBe(2000);
  });

  it('is ended by a job that takes too long', async () => {
    const pictures = open({ jobMs: 1 });
    await expect(pictures.read(PHOTO)).rejects.toThrow('ended with SIGKILL');
  });

  it('turns away what comes when as many wait as may', async () => {
    const pictures = open({ atOnce: 1, waiting: 2 });
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => pictures.read(PHOTO)));
    expect(results.map(({ status }) => status)).toEqual([
      ...Array(3).fill('fulfilled'),
      ...Array(3).fill('rejected'),
    ]);
    for (const result of results.slice(3)) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(GateFullError);
    }
  });

  it.runIf(process.platform === 'linux')('finds no secret in its environment', async () => {
    process.env.GENVORIS_SECRET = 'CANARY of the environment, 32 bytes long';
    const pictures = open();
    await pictures.read(PHOTO);
    const environment = readFileSync(`/proc/${pictures.processId()}/environ`, 'utf8');
    delete process.env.GENVORIS_SECRET;
    expect(environment).toContain('PATH=');
    expect(environment).not.toMatch(/CANARY|GENVORIS|DATABASE/);
  });
});
